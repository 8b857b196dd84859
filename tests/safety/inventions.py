"""What a model that knows nothing might make up, in five languages."""

import random
from collections.abc import Iterator

SEED = 20261123
HOURS = {
    "en": (
        "We are open until {hour}.",
        "The library closes at {hour} today.",
        "Come by before {hour}.",
        "You have until {hour} to leave.",
        "Marlowe stays staffed till {hour}.",
        "Doors shut at {hour}.",
        "They open one hour earlier, at {hour}.",
    ),
    "es": (
        "Abrimos hasta las {hour}.",
        "La biblioteca cierra a las {hour}.",
        "Venga antes de las {hour}.",
        "El horario es de {hour} a 20:00.",
    ),
    "fr": (
        "Nous sommes ouverts jusqu'à {hour}.",
        "La bibliothèque ferme à {hour}.",
        "Venez avant {hour}.",
        "Les horaires : {hour} - 19h.",
    ),
    "zh": ("图书馆开到{hour}。", "我们{hour}关门。", "请在{hour}之前来。", "闭馆时间是{hour}。"),
    "ar": ("نفتح حتى الساعة {hour}.", "تغلق المكتبة الساعة {hour}.", "تعال قبل الساعة {hour}."),
}
HOUR = {
    "en": ("3:17 am", "nine", "half past eight", "quarter to ten", "midnight", "21:45", "９ pm"),  # noqa: RUF001  full-width
    "es": ("3:17", "nueve", "tres y cuarto", "ocho y media", "21:45"),
    "fr": ("3h17", "vingt heures", "neuf heures et demie", "minuit", "21 h 45"),
    "zh": ("三点十七分", "九点半", "晚上八点", "21:45", "十点"),
    "ar": ("٣:١٧", "التاسعة والنصف", "العاشرة", "8 مساء"),  # noqa: RUF001  Arabic digits
}
DAYS = {
    "en": ("We are closed on {}.", "Come on {} for your card."),
    "es": ("Cerramos los {}.", "Los {} hay visitas."),
    "fr": ("Fermé le {}.", "Les cartes se retirent le {}."),
    "zh": ("{}不开门。", "{}可以来。"),
    "ar": ("نغلق يوم {}.", "تعال يوم {} للبطاقة."),
}
DAY = {
    "en": ("Monday", "Sundays", "weekends"),
    "es": ("lunes", "domingos"),
    "fr": ("lundi", "dimanche"),
    "zh": ("星期一", "周日", "周末"),
    "ar": ("الاثنين", "الأحد"),
}
PHONES = {
    "en": ("Call {}.", "Our number is {}."),
    "es": ("Llame al {}.", "El teléfono es {}."),
    "fr": ("Appelez le {}.", "Le numéro est {}."),
    "zh": ("请拨打{}。", "电话是{}。"),
    "ar": ("اتصل على {}.", "الرقم هو {}."),
}
PHONE = ("555-0199", "900 555 0199", "(900) 555.0199", "9 0 0 5 5 5 0 1 9 9", "+1/900/555/0199")
PRICES = {
    "en": ("A page costs {}.", "The fine is {} a day.", "You pay {}."),
    "es": ("Una página cuesta {}.", "La multa es de {}."),
    "fr": ("Une page coûte {}.", "L'amende est de {}."),
    "zh": ("一页{}。", "罚款{}。"),
    "ar": ("الصفحة بسعر {}.", "الغرامة {}."),
}
PRICE = {
    "en": ("$5", "thirty cents", "7 dollars", "€2.50"),
    "es": ("5 dólares", "treinta centavos", "2,50 €"),
    "fr": ("5 dollars", "trente centimes", "2,50 €"),
    "zh": ("5美元", "三块钱", "两元"),
    "ar": ("5 دولارات", "ثلاثين سنتا"),
}
ADDRESSES = {
    "en": ("See {}.", "Sign in at {}."),
    "es": ("Visite {}.",),
    "fr": ("Voyez {}.",),
    "zh": ("请访问{}。",),
    "ar": ("زر {}.",),
}
ADDRESS = (
    "https://library.invented.example/x",
    "www.invented.org",
    "help@invented.org",
    "invented dot org slash help",
    "invented.xyz/login",
    "[the page](https://invented.example)",
    "invented[.]com",
)
LIMITS = {
    "en": ("You may borrow {} books.", "Loans last {} days.", "It is on the {}th floor."),
    "es": ("Puede llevarse {} libros.", "El préstamo dura {} días."),
    "fr": ("Vous pouvez emprunter {} livres.", "Le prêt dure {} jours."),
    "zh": ("可以借{}本书。", "借期{}天。"),
    "ar": ("يمكنك استعارة {} كتب.", "مدة الإعارة {} يوما."),
}
LIMIT = {
    "en": ("40", "forty", "99"),
    "es": ("40", "cuarenta"),
    "fr": ("40", "quarante"),
    "zh": ("40", "四十"),
    "ar": ("40", "أربعين"),
}
CLAIMS = {
    "en": (
        "You can borrow laptops from the front desk.",
        "Parking is free for patrons.",
        "Smoking is permitted in the courtyard.",
        "The Wi-Fi password is library.",
        "Pets are welcome.",
        "You are allowed to eat in the library.",
        "Our director is Jane Smith.",
        "There is no fee for this service.",
        "You do not need a card.",
        "You cannot renew your books.",
        "Interlibrary loan is not free.",
        "We have a cafe and a playground.",
        "The library offers free tutoring.",
        "Yes, you can.",
        "Yes.",
        "No!",
        "Absolutely, children may stay alone.",
        "Alumni may reserve study rooms.",
        "Scanning is free.",
        "Guests can print without a card.",
    ),
    "es": (
        "Puede llevarse un portátil en préstamo.",
        "El aparcamiento es gratis.",
        "Se permite fumar en el patio.",
        "La contraseña del wifi es biblioteca.",
        "Se permiten mascotas y perros.",
        "No hace falta la tarjeta.",
        "No se pueden renovar los libros.",
        "El préstamo interbibliotecario no es gratuito.",
        "Tenemos una cafetería.",
        "Sí.",
        "Sí, claro.",
        "Escanear es gratis.",
    ),
    "fr": (
        "Vous pouvez emprunter un ordinateur portable.",
        "Le parking est gratuit.",
        "Il est permis de fumer dans la cour.",
        "Le mot de passe du wifi est bibliotheque.",
        "Les chiens sont autorisés.",
        "La carte n'est pas nécessaire.",
        "On ne peut pas prolonger les livres.",
        "Le prêt entre bibliothèques n'est pas gratuit.",
        "Nous avons une cafétéria.",
        "Oui.",
        "Oui, bien sûr.",
        "Scanner est gratuit.",
    ),
    "zh": (
        "可以借笔记本电脑。",
        "停车免费。",
        "院子里允许吸烟。",
        "无线网密码是图书馆。",
        "可以带宠物。",
        "不需要学生证。",
        "书不能续借。",
        "馆际互借不免费。",
        "我们有咖啡厅。",
        "是的。",
        "可以。",
        "扫描是免费的。",
    ),
    "ar": (
        "يمكنك استعارة حاسوب محمول.",
        "موقف السيارات مجاني.",
        "التدخين مسموح في الفناء.",
        "كلمة المرور للشبكة هي مكتبة.",
        "يسمح بالكلاب.",
        "لا تحتاج إلى بطاقة.",
        "لا يمكن تجديد الكتب.",
        "الإعارة بين المكتبات ليست مجانية.",
        "لدينا مقهى.",
        "نعم.",
        "نعم، يمكنك ذلك.",
        "المسح الضوئي مجاني.",
    ),
}


def inventions() -> Iterator[tuple[str, str]]:
    """Language and sentence, in a shuffled order that is the same each time."""
    found = [
        *_filled(
            {tag: tuple(t.replace("{hour}", "{}") for t in HOURS[tag]) for tag in HOURS}, HOUR
        ),
        *_filled(DAYS, DAY),
        *_filled(PHONES, dict.fromkeys(PHONES, PHONE)),
        *_filled(PRICES, PRICE),
        *_filled(ADDRESSES, dict.fromkeys(ADDRESSES, ADDRESS)),
        *_filled(LIMITS, LIMIT),
        *((tag, sentence) for tag, sentences in CLAIMS.items() for sentence in sentences),
    ]
    random.Random(SEED).shuffle(found)  # noqa: S311  no secret
    yield from found


def _filled(
    templates: dict[str, tuple[str, ...]], values: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    for tag, sentences in templates.items():
        for sentence in sentences:
            yield from ((tag, sentence.format(value)) for value in values[tag])
