// A visit: its language, the pages behind and the one in front. Pages come from data/<language>/<name>.js, which call
// page(); those that a finger is about to open are fetched while it still rests on the key.
const main = document.querySelector("main"), START = "start", GREETING_MS = 5000, pages = new Map(), waiting = new Map();
let language = START, stack = [], greeting = 0, greets = 0;
for (const [name, ground, html] of start) pages.set(`${START}/${name}`, [ground, html]);
const GREETINGS = start.filter(([name]) => name.startsWith("attract.")).length;

function page(code, name, ground, html) { pages.set(`${code}/${name}`, [ground, html]); }

function fetchPage(code, name) {
  const key = `${code}/${name}`;
  if (pages.has(key)) return Promise.resolve();
  if (!waiting.has(key)) waiting.set(key, new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `data/${key}.js`;
    script.onload = () => { waiting.delete(key); script.remove(); resolve(); };
    script.onerror = () => { waiting.delete(key); script.remove(); reject(new Error(`there is no page ${key}`)); };
    document.head.append(script);
  }));
  return waiting.get(key);
}

function time() {
  const now = new Date(OPENED + performance.now());
  return now.toISOString().slice(11, 16);
}

function tellTime() {
  const clock = document.getElementById("now");
  if (clock) clock.textContent = clock.textContent.replace(/\d\d:\d\d/, time());
}

function paint(code, name) {
  const [ground, html] = pages.get(`${code}/${name}`);
  main.className = ground;
  main.innerHTML = html;
  document.documentElement.lang = code === START ? "de" : code;
  tellTime();
}

async function show(code, name) {
  await fetchPage(code, name);
  paint(code, name);
}

function rest() {  // nobody is there: what the last visitor has seen is forgotten, and it greets
  language = START; stack = [];
  for (const key of [...pages.keys()]) if (!key.startsWith(START)) pages.delete(key);
  paint(START, `attract.${greeting}`);
  greet();
}

function greet() {
  clearInterval(greets);
  greets = setInterval(() => { greeting = (greeting + 1) % GREETINGS; paint(START, `attract.${greeting}`); }, GREETING_MS);
}

function leads(key) {  // which page a key opens: [language, name], or nothing
  const { do: what, to } = key.dataset;
  switch (what) {
    case "wake": return [START, "languages"];
    case "choose": return [to, stack.length < 2 ? "home" : stack[stack.length - 2]];
    case "open": case "turn": return [language, to];
    case "home": return [language, "home"];
    case "back": return stack.length > 1 ? [language, stack[stack.length - 2]] : null;
  }
  return null;
}

function act(key) {
  const page = leads(key);
  switch (key.dataset.do) {
    case "wake": stack = ["languages"]; clearInterval(greets); break;
    case "choose": language = page[0]; stack = stack.length < 2 ? ["home"] : stack.slice(0, -1); break;
    case "open": if (stack[stack.length - 1] !== page[1]) stack.push(page[1]); break;
    case "turn": stack[stack.length - 1] = page[1]; break;
    case "home": stack = ["home"]; break;
    case "back": if (page) { stack.pop(); break; }  // else as if finished
    case "finish": rest(); return;
    default: return;
  }
  show(...page);
}

document.addEventListener("pointerdown", (event) => {
  const key = event.target.closest("button"), page = key && leads(key);
  if (!stack.length) greet();  // what a finger is on stays where it is
  if (page) fetchPage(...page);
});
document.addEventListener("click", (event) => {
  const key = event.target.closest("button");
  if (key) act(key);
});
setInterval(tellTime, 1000);
rest();
