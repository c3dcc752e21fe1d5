"""The phrases by which mail clients introduce what they quote, in the languages seen in mail."""

from __future__ import annotations

import re

DATE = (
    r"(?:\d{1,4}[./\-年년]\s?\d{1,2}|\d{1,2}[.,]?\s+\w{3,}\.?,?\s+\d{2,4}|"
    r"\w{3,}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}[:.]\d{2})"
)
ADDRESS = r"[^\s<>@]+@[^\s<>@]+"
VERBS = (
    r"wrote|writes|schrieb(?:en)?|a [ée]crit|escribi[óo]|ha escrito|ha scritto|scrive|schreef|"
    r"geschreven|escreveu|skrev|skrifaði|napisa[łl](?:\(a\)|a)?|napsala?\(?a?\)?|napísala?|írta|"
    r"kirjoitti|yazd[ıi]|a scris|pisze|menulis|пишет|пише|написала?(?:\(а\))?|написав(?:\(ла\))?|έγραψε|写道|寫道|"
    r"書きました|のメール|작성|님이 작성|เขียน|đã viết|כתב/?ה?|كتب"
)
STARTS = (
    r"On|Le|El|Il|Am|Op|Em|Den|Dnia|W dniu|Dne|V|Pe|Pada|Ha|Vào|Στις|På|Em|A|Il giorno|Il|El día|El|"
    r"Um|Kl|Lør|Man|Tir|Ons|Tor|Fre|Søn|tir|Ti|Ma|Ke|Pe|La|Su"
)
# A whole attribution, its lines joined by blanks and the dashes around them taken away.
ATTRIBUTIONS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf".{{0,120}}{ADDRESS}>?\)?\s(?:{VERBS}|ezt írta)\b.{{0,80}}[:：]",
        rf"[^:：]{{0,40}}(?:{DATE}).{{0,120}}<{ADDRESS}>\)?\s*[:：]",
        r".{0,100}\s于.{0,60}写道\s*[:：]?",
        rf"(?:{STARTS})\b.{{0,20}}\d.{{0,150}}?\b(?:{VERBS})\b(?:[^:\n]{{0,30}}|[^:\n]{{0,150}}[:：])",
        rf"(?:{STARTS})\b.{{0,20}}\d.{{0,150}}?\b(?:{VERBS})\b[^:\n]{{0,30}}:?",
        rf"(?:{STARTS})\b.{{0,200}}\b(?:{DATE}).{{0,200}}(?:het volgende geschreven|{VERBS})\s*[:：]?",
        rf"(?:{STARTS})\b.{{0,200}}{ADDRESS}.{{0,100}}\b(?:{VERBS})\s*[:：]",
        rf".{{0,200}}(?:{DATE}|{ADDRESS}).{{0,200}}(?:\b|[\s>\"])(?:{VERBS})[^:：\n]{{0,20}}[:：]",
        r"在\s*\d{4}.{0,200}(?:写道|寫道)\s*[:：]?",
        rf"\d{{4}}[/-]\d{{1,2}}[/-]\d{{1,2}},? [^@\n]{{2,80}}<\s?{ADDRESS}>:?",
        r"\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2} (?:GMT|UTC)[+-]?[\d:]* \S.{0,200}",
        r"\d{4}年\d{1,2}月\d{1,2}日.{0,150}(?:<.+>|[:：])\s*[:：]?",
        r"\d{4}년 \d{1,2}월 \d{1,2}일.{0,150}[:：]",
        rf".{{1,100}}<{ADDRESS}>\s*(?:{VERBS})\s*[:：]",
        rf"(?:Quoting|Citando|Zitat von|Citeren|Selon) .{{1,100}}(?:<{ADDRESS}>|{ADDRESS})\s*:",
    )
)
#: Without one of these nothing is an attribution: asked first, because it is quick.
HINT = re.compile(rf"{VERBS}|ezt írta|[:：>]\s*$|GMT|UTC", re.IGNORECASE)
ORIGINAL = re.compile(
    r"^[\s>*|]*(?:[-_=+*‐‑–—]{2,}\s*\**\s*(?:original (?:message|appointment)|original email|"
    r"forwarded (?:message|by .{1,80})|(?:urspr[üu]ngliche|weitergeleitete|originale?) (?:nachricht|"
    r"mail)|message d'origine|message original|message transf[ée]r[ée]|mensaje (?:original|"
    r"reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|origineel bericht|"
    r"doorgestuurd bericht|mensagem (?:original|encaminhada)"
    r"|ursprungligt meddelande|vidarebefordrat meddelande|oprindelig (?:meddelelse|besked)|"
    r"opprinnelig melding|alkuper[äa]inen viesti|(?:oryginalna|oryginal) wiadomo[śs][ćc]|"
    r"wiadomo[śs][ćc] (?:oryginalna|przekazana)|p[ůu]vodn[ií] (?:zpr[áa]va|e-mail)|eredeti [üu]zenet|"
    r"mesaj original|orijinal ileti|исходное сообщение|(?:пересылаемое|пересланное) сообщение|"
    r"оригинальное сообщение|原始邮件|原始郵件|轉寄|转发|元のメッセージ|원본 메시지)\s*\**\s*[-_=+*‐‑–—]*\**"
    r"|begin forwarded message\s*:|anfang der weitergeleiteten (?:nachricht|e-mail)\s*:|"
    r"d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])\s*:|"
    r"inicio del mensaje reenviado\s*:|inizio messaggio inoltrato\s*:|"
    r"begin doorgestuurd bericht\s*:)\s*$",
    re.IGNORECASE,
)
FROM = (
    r"from|von|de|da|van|fr[åa]n|fra|od|l[äa]hett[äa]j[äa]|felad[óo]|от|від|kimden|από|de la|发件人|寄件者|差出人|"
    r"보낸 ?사람|expéditeur|mittente|remitente"
)
OTHERS = {
    "date": (
        r"sent|date|gesendet|datum|envoy[ée]|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|sendt|"
        r"dato|wys[łl]ano|odesl[áa]no|l[äa]hetetty|p[äa]iv[äa]ys|отправлено|дата|trimis|elk[üu]ldve|g[öo]nderilme|надіслано|"
        r"g[öo]nderme tarihi|tarih|发送时间|寄件日期|送信日時|日付|보낸 ?날짜"
    ),
    "to": (
        r"to|an|[àa]|para|aan|till?|til|do|komu|dla|vastaanottaja|c[íi]mzett|кому|kime|c[ăa]tre|收件者|収件人|收件人|宛先|받는 ?사람|"
        r"destinataire|destinatario"
    ),
    "cc": r"cc|kopie|kopia|kopi|копия|cco|bcc|抄送|副本",
    "subject": (
        r"subject|betreff|objet|asunto|oggetto|onderwerp|[äa]mne|emne|temat|p[řr]edm[ěe]t|aihe|t[áa]rgy|"
        r"тема|konu|assunto|subiect|主题|主旨|件名|제목"
    ),
    "reply_to": r"reply-to|risposta|antwort an|r[ée]pondre [àa]|responder a",
    "importance": r"importance|priority|wichtigkeit|attachments?|anlagen?",
}
HEADERS = {
    name: re.compile(rf"^[\s>*|]*\**(?:{words})\**\s?[:：]\**(?:\s|$)", re.IGNORECASE)
    for name, words in {"from": FROM, **OTHERS}.items()
}
QUOTED = re.compile(r"^\s{0,3}(?:>|\|(?:\s|$)|[A-Za-z]{1,12}>(?:\s|$))")
MOBILE = re.compile(
    r"^\W{0,4}(?:"
    r"(?:message )?sent (?:from|with|via|by|using) (?:my |mail for |outlook |"
    r"yahoo )?(?:[\w'’.&+-]+(?: |(?=\W*$))|\[[^\]]+\]\(\S+\) ?|<\S+> ?){0,6}(?:<\S*>|\(\S*\))?[.!]?"
    r"|sent (?:from|by|via|with) .{0,60}[,.] *(?:please |so |sorry|excuse|pardon|forgive).{0,60}"
    r"|(?:someone )?from (?:my )?(?:mobile|i-?phone|i-?pad|android|blackberry)(?: \w+)?"
    r"|get outlook for .{0,60}|get \[outlook.{0,80}|sent from outlook.{0,60}"
    r"|envoy[ée] (?:depuis|de|[àa] partir de) (?:mon|ma|l'|yahoo|outlook).{0,50}|"
    r"t[ée]l[ée]charger? outlook.{0,40}|obtenez outlook.{0,60}"
    r"|(?:diese (?:nachricht|e-?mail|mail) wurde )?(?:von|mit) mein(?:em|er) .{0,70}(?:gesendet|"
    r"versandt|verschickt).{0,20}|gesendet (?:von|mit|[üu]ber) .{0,50}|von (?:unterwegs|"
    r"meinem mobil\w*|meinem i-?phone).{0,30}|outlook f[üu]r .{0,40}herunterladen.{0,60}"
    r"|enviado (?:desde|de|do|a partir do|pelo) (?:correo|mi|meu|minha|el|o|yahoo|outlook|samsung|"
    r"i-?phone).{0,50}|obtener outlook.{0,60}|obter o outlook.{0,60}"
    r"|inviato (?:da|dal|dall'|con) .{0,50}|ottieni outlook.{0,60}|(?:verzonden|verstuurd) (?:met|vanaf|vanuit|via|"
    r"met behulp van) .{0,50}|skickat fr[åa]n .{0,50}|sendt fra .{0,50}|l[äa]hetetty .{0,50}|"
    r"wys[łl]ane? (?:z|przy u[żz]yciu) .{0,50}|odesl[áa]no z .{0,50}|отправлено (?:с|из) .{0,50}|"
    r"надіслано з .{0,50}|從我的 .{0,20}傳送|发自我的.{0,20}|從我的.{0,20}|自我的.{0,20}|.{0,10}i-?phoneから送信|"
    r"나의 .{0,20}에서 보냄"
    r"|provenance : courrier .{0,40}|sent from my [\w, ’'-]{1,26}(?:smart)?(?:phone|tablet|device|galaxy)"
    r"|<<sent by .{0,30}>>|sent by galaxy"
    r")\W{0,4}$",
    re.IGNORECASE,
)
RULE = re.compile(r"^\s*[-_,=+~#*ᐧ—–]+\s*$")
SIGNATURE_DASHES = re.compile(r"^\s*(?:-- ?|—|–|__|--[-–—]?|ᐧ|_{5,}|-{5,})\s*$")
BELOW = re.compile(
    r"\b(below|inline|in-line|unten|darunter|ci-dessous|dans le texte|m[áa]s abajo|abajo|sotto|"
    r"onderstaand|hieronder|nedan|nedenfor|poni[żz]ej|ниже)\b",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^\s*(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|guten|liebe|sehr|bonjour|salut|"
    r"hola|buen|estimad|ciao|salve|gentile|ol[áa]|prezad|beste|hej|hei|cześć|witam|dzień|добр|"
    r"здравств|привет)\b",
    re.IGNORECASE,
)
