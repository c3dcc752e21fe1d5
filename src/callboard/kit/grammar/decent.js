// What is never proposed to anybody, whatever was typed: whole words, and words that begin so.
const WHOLE = new Set("anal anus arse arses ass asses boob boobs cock cocks coon coons damn dick dicks dyke dykes fag fags hoe hoes homo homos nude nudes orgy paki porn prick pricks rape raped rapes sex sexy spic spics tit tits titty tramp turd turds twat twats wank wop".split(" "));
const BEGIN = ["asshole", "bastard", "bitch", "blowjob", "bollock", "bugger", "bullshit", "cunt", "dildo", "erotic", "faggot", "fuck", "handjob", "jackass", "jizz", "masturbat", "motherf", "negro", "nigg", "penis", "piss", "porno", "pussy", "pussies", "rapist", "retard", "rimjob", "scrot", "shit", "slut", "sperm", "testicl", "tranny", "vagin", "wanker", "whore"];

export function decent(text) {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return !words.some((word) => WHOLE.has(word) || BEGIN.some((stem) => word.startsWith(stem)));
}
