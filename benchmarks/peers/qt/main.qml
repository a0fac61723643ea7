// A kiosk's pages in Qt Quick. A page is data: boxes, words, signs and pictures with their places, and keys.
import QtQuick

Window {
    id: window
    visible: true
    width: 1920; height: 1080; x: 0; y: 0
    flags: Qt.FramelessWindowHint
    color: page.ground

    property string language: "start"
    property var stack: []
    property int greeting: 0
    property var page: JSON.parse(pages.page("start", "attract.0"))
    property string now: pages.now()

    function show(code, name) { now = pages.now(); page = JSON.parse(pages.page(code, name)) }
    function rest() { language = "start"; stack = []; pages.forget(); show("start", "attract." + greeting); greets.restart() }
    function act(what, to) {
        switch (what) {
        case "wake": greets.stop(); stack = ["languages"]; return show("start", "languages")
        case "choose":
            language = to
            stack = stack.length < 2 ? ["home"] : stack.slice(0, -1)
            return show(language, stack[stack.length - 1])
        case "open": if (stack[stack.length - 1] !== to) stack.push(to); return show(language, to)
        case "turn": stack[stack.length - 1] = to; return show(language, to)
        case "home": stack = ["home"]; return show(language, "home")
        case "back": if (stack.length < 2) return rest(); stack.pop(); return show(language, stack[stack.length - 1])
        case "finish": return rest()
        }
    }

    FontLoader { id: phosphor; source: pages.icons }
    Timer {
        id: greets
        interval: 5000; running: true; repeat: true
        onTriggered: { window.greeting = (window.greeting + 1) % pages.greetings; window.show("start", "attract." + window.greeting) }
    }
    Timer { interval: 1000; running: true; repeat: true; onTriggered: window.now = pages.now() }

    Repeater {
        model: window.page.boxes
        Rectangle {
            required property var modelData
            x: modelData.x; y: modelData.y; width: modelData.w; height: modelData.h
            color: modelData.fill; opacity: modelData.opacity
            topLeftRadius: modelData.r[0]; topRightRadius: modelData.r[1]
            bottomRightRadius: modelData.r[2]; bottomLeftRadius: modelData.r[3]
            border.width: modelData.line; border.color: modelData.edge
        }
    }
    Repeater {
        model: window.page.pictures
        Image {
            required property var modelData
            x: modelData.x; y: modelData.y; width: modelData.w; height: modelData.h
            source: pages.pictures + "/" + modelData.file; smooth: false
        }
    }
    Repeater {
        model: window.page.texts
        Text {
            required property var modelData
            x: modelData.x; y: modelData.y; width: modelData.w; height: modelData.h
            text: modelData.now ? modelData.text.replace(/\d\d:\d\d/, window.now) : modelData.text
            textFormat: Text.PlainText; wrapMode: modelData.one ? Text.NoWrap : Text.WordWrap
            color: modelData.colour
            font.family: modelData.family; font.pixelSize: modelData.size; font.bold: modelData.bold; font.letterSpacing: modelData.spacing
            lineHeight: modelData.line; lineHeightMode: Text.FixedHeight
            horizontalAlignment: modelData.align
            verticalAlignment: modelData.one ? Text.AlignVCenter : Text.AlignTop
        }
    }
    Repeater {
        model: window.page.signs
        Text {
            required property var modelData
            x: modelData.x; y: modelData.y; width: modelData.w; height: modelData.w
            text: modelData.sign; textFormat: Text.PlainText; color: modelData.colour
            font.family: phosphor.name; font.pixelSize: modelData.w
            horizontalAlignment: Text.AlignHCenter; verticalAlignment: Text.AlignVCenter
            transform: Scale { origin.x: modelData.w / 2; xScale: modelData.flip ? -1 : 1 }
        }
    }
    Repeater {
        model: window.page.keys
        MouseArea {
            id: key
            required property var modelData
            x: modelData.x; y: modelData.y; width: modelData.w; height: modelData.h
            onPressed: if (!window.stack.length) greets.restart()
            onClicked: window.act(modelData.what, modelData.to)
            Rectangle { anchors.fill: parent; visible: key.pressed; radius: 14; color: "#40ffc83d"; border { width: 6; color: "#14262b" } }
        }
    }
}
