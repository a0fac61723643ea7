"""Texts as they occur in the kiosk, in its languages. The names and numbers inside RTL texts are isolated, as
kiosk.domain.language.isolate does it; a few are left bare on purpose, to be hard."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.text.engine import TypeStyle

BODY = TypeStyle(28, False, 1.45)
HEADING = TypeStyle(42, True, 1.18, -0.01)


@dataclass(frozen=True)
class Sample:
    """A text, and how its language is written."""

    language: str
    script: str
    text: str

    @property
    def rtl(self) -> bool:
        return self.script == "Arab"

    @property
    def way(self) -> tuple[str, str, bool]:
        """What every method of the engine wants after the style."""
        return self.language, self.script, self.rtl


SAMPLES = (
    Sample("de", "Latn", "Größere Wohnung? Das Bürgerbüro, Otto-Schill-Straße 2, 04109 Leipzig hilft: „Mo–Fr“."),
    Sample("en", "Latn", "Register at the Bürgerbüro, Otto-Schill-Straße 2. Phone: 0341 123-0. It’s free."),
    Sample("ar", "Arab", "سجّل عنوانك في \u2068Bürgerbüro\u2069، \u2068Otto-Schill-Straße 2, Leipzig\u2069. من 8–18."),
    Sample("fa", "Arab", "نشانی خود را در \u2068Bürgerbüro\u2069 ثبت کنید. می‌خواهم خانه‌ای؛ \u2068+49 341 123-0\u2069."),
    Sample("ps", "Arab", "خپله پته ثبت کړئ: ځای، ښځه، ږیره، ګډوډ، ڼ ې ۍ ئ، \u2068Leipzig\u2069."),
    Sample("ckb", "Arab", "ناونیشانی خۆت تۆمار بکە: ڕۆژ، دڵ، گوڵ، پێنج (\u2068Leipzig\u2069)."),
    Sample("ku", "Latn", "Navnîşana xwe qeyd bikin: şev, êvar, çawa, û î – Otto-Schill-Straße 2."),
    Sample("tr", "Latn", "Adresinizi kaydettirin: İstanbul, ışık, iğne, ŞÇÖÜĞ, IĞDIR, fiyat, Salı 9–12."),
    Sample("uk", "Cyrl", "Зареєструйте адресу: ґанок, їжак, єдність, м’яч, вул. Otto-Schill-Straße 2, 04109 Leipzig."),
    Sample("ru", "Cyrl", "Зарегистрируйте адрес: ёлка, объявление, съезд; телефон +49 341 123-0, вторник 9–12."),
    Sample("bg", "Cyrl", "Регистрирайте адреса си: ъгъл, жълт, щъркел, № 2."),
    Sample("vi", "Latn", "Đăng ký địa chỉ: Nguyễn Thị Ẩn, ẵ ẫ ỗ ở ữ ỷ, Ặ Ễ Ự Ổ, Ủy ban."),
    Sample("pl", "Latn", "Zamelduj się: zażółć gęślą jaźń, Łódź, „źródło”."),
    Sample("ro", "Latn", "Înregistrați-vă adresa: ș, ț, ă, â, î, Ț, Ș."),
    Sample("fr", "Latn", "Déclarez votre adresse : œuvre, ça, où, « Bürgerbüro », 8–18 h."),
    Sample("es", "Latn", "Registre su dirección: ¿Dónde? ¡Aquí! Año, pingüino, n.º 2."),
    Sample("it", "Latn", "Registri il suo indirizzo: perché, città, così, l’ufficio, 5 €."),
    Sample("ti", "Ethi", "ኣድራሻኹም ኣመዝግቡ፡ \u2068Bürgerbüro\u2069፣ ሰሉስ 9–12። ትግርኛ፦ ቐ ኸ ጸ ፍ።"),
)

HARD = (
    Sample("ar", "Arab", "Otto-Schill-Straße 2 هو العنوان"),
    Sample("ar", "Arab", "الهاتف: +49 341 488-5057"),
    Sample("ar", "Arab", "مكتب (Bürgeramt) في Leipzig"),
    Sample("ar", "Arab", "زر www.leipzig.de/a?b=1 الآن!"),
    Sample("ar", "Arab", "يوم الثلاثاء 9–12 و13–17 [مغلق] «مهم»"),
    Sample("de", "Latn", "Arabisch: العربية (2 Tage), Persisch: فارسی."),
    Sample("de", "Latn", "Sprachen · العربية · Українська · ትግርኛ · Tiếng Việt · فارسی 12"),
)
