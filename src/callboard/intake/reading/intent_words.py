"""The table of words by which an intent is known: code, weight, words.  Add a line; nothing else needs to change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    code: str
    weight: float
    words: re.Pattern[str] = field(repr=False)


def _row(code: str, weight: float, *words: str) -> Row:
    return Row(code, weight, re.compile("|".join(rf"(?<!\w)(?:{word})(?!\w)" for word in words), re.IGNORECASE))


SERVICE = (
    r"(?:our |the |my |this )?(?:\w+ ){0,2}"
    r"(?:subscription|service|services|account|contract|plan|membership|renewal|agreement|website|license|licence)"
)
ROWS = (
    # They leave.
    _row("cancellation", 4, rf"(?:cancel|terminate|discontinue|end|stop|close) {SERVICE}"),
    _row(
        "cancellation",
        4,
        (
            r"(?:want|need|like|wish|decided|going|request\w*|asking|plan\w*) (?:us )?to (?:cancel|terminate|"
            r"discontinue|leave you)"
        ),
        r"please (?:cancel|terminate|discontinue)",
    ),
    _row(
        "cancellation",
        4,
        r"cancell?ation (?:request|notice|letter|of (?:our|my|the))",
        r"notice of (?:cancell?ation|termination|non-?renewal)",
        r"(?:will|do|would) not (?:be )?renew(?:ing)?",
        r"(?:won't|don't|not going to|no longer (?:want|wish) to) (?:be )?renew\w*",
    ),
    _row(
        "cancellation",
        3,
        r"switch(?:ing|ed)? (?:over )?to (?:another|a different|a competitor|a new) \w+",
        r"no longer (?:need|require|use|using|want) (?:your|the|this|it)",
        r"(?:out of|going out of) business",
        r"opt out of (?:our|the) (?:contract|renewal)",
    ),
    _row(
        "cancellation",
        1.5,
        r"cancel(?:s|led|ing|lation)?",
        r"terminat(?:e|ed|ion)",
        r"k[üu]ndig\w*",
        r"r[ée]sili\w*",
        r"dar de baja",
    ),
    # They want another thing than they have.
    _row(
        "order_change",
        4,
        (
            r"(?:add|remove|drop|need|order|purchase|buy|get|want) (?:\w+ ){0,3}(?:more |additional |extra |"
            r"another |new )?(?:seats?|users?|licen[sc]es?|logins?|locations?|producers?|modules?|states?)"
        ),
    ),
    _row(
        "order_change",
        4,
        r"(?:up|down)grade (?:to|our|my|us|the|from)",
        r"change (?:our|my|the|of) (?:plan|order|package|ownership|billing contact|owner|agency name|address)",
        r"place an order",
        r"sign(?:ed)? (?:order|contract|quote|proposal|agreement)",
        r"(?:attached|here) is (?:the|our|my) signed",
    ),
    _row(
        "order_change",
        3,
        r"(?:go|moving|move) ahead with (?:the|your) (?:quote|proposal|order|offer)",
        r"purchase order",
        r"po (?:number|#)",
        r"add (?:the|a|an) [\w ]{1,30} to (?:our|my|the) (?:account|plan|package|subscription)",
        r"new (?:owner|ownership)",
        r"(?:bought|acquired|purchased|merged with) (?:another|an|a|the) agency",
    ),
    _row("order_change", 1, r"upgrade", r"downgrade", r"seats", r"my order", r"our order"),
    # They do not know us yet.
    _row(
        "new_lead",
        4,
        r"(?:schedule|book|request|see|get|set up|arrange|like|want) (?:\w+ ){0,3}demo(?:nstration)?",
        (
            r"(?:interested|interest) in (?:your|a demo|learning|hearing|the product|getting|pricing|"
            r"signing up|a quote|purchasing|becoming)"
        ),
        r"request (?:for )?(?:a )?(?:quote|proposal|information|pricing|demo)",
    ),
    _row(
        "new_lead",
        3,
        r"(?:how much|what) (?:does|would|do|is|are) (?:it|your|the) [\w ]{0,30}(?:cost|price|pricing)",
        r"(?:send|share|get|have|tell) (?:me |us )?(?:\w+ ){0,4}(?:pricing|price list|quote|brochure)",
        (
            r"(?:currently|presently) (?:using|with|use) (?:another|a different|[A-Z]\w+) (?:rater|system|"
            r"vendor|provider|software)"
        ),
        r"(?:referred|recommended) (?:to you )?by",
        r"found you (?:on|through|via|online)",
        r"new agency",
        (
            r"(?:looking|shopping) for (?:a|an|new|another) (?:\w+ ){0,3}(?:rater|solution|vendor|provider|"
            r"software|website|system|tool)"
        ),
    ),
    _row(
        "new_lead",
        2,
        r"free trial",
        r"sales (?:rep|team|person)",
        r"(?:talk|speak) (?:to|with) (?:someone|somebody|a rep|sales)",
        r"learn more",
        r"stopped by your booth",
        r"met (?:you )?at the",
    ),
    # Money already asked for.
    _row(
        "billing",
        4,
        r"(?:charged|billed|invoiced) (?:twice|wrong\w*|incorrectly|too much|again|double|for)",
        r"(?:wrong|incorrect|duplicate|double) (?:invoice|charge|bill|amount|payment)",
        (
            r"(?:question|problem|issue|error|mistake) (?:about|with|on|regarding) (?:\w+ ){0,2}(?:invoice|"
            r"bill|charge|payment|statement)"
        ),
        r"(?:copy|send|resend|need) (?:\w+ ){0,4}(?:invoice|receipt|statement|w-?9)",
        r"update (?:our|my|the) (?:credit card|payment method|card|billing|bank)",
        r"past[ -]due",
        r"(?:overdue|unpaid) (?:invoice|balance)",
    ),
    _row(
        "billing",
        3,
        r"refund",
        r"credit memo",
        r"remittance(?: advice)?",
        r"payment (?:was |has been )?(?:sent|declined|failed|made)",
        r"credit card (?:expired|on file|number)",
        r"sales tax",
        r"tax[- ]exempt\w*",
        r"accounts (?:payable|receivable)",
    ),
    _row("billing", 1.5, r"invoices?", r"billing", r"charges?", r"payment", r"rechnung", r"facture", r"factura"),
    # It does not work.
    _row(
        "support",
        4,
        (
            r"(?:can ?not|can't|cant|unable to|couldn't|trouble|problems?|issues?|"
            r"difficulty) (?:\w+ ){0,2}(?:log(?:ging)? ?in|sign(?:ing)? ?in|access|connect|load|open|print|"
            r"rate|quote|export|import|upload|download|sync)(?:ing)?"
        ),
        (
            r"(?:is|are|has|have|it's|keeps?|stopped|was) (?:not |n't |been )?(?:working|responding|loading|"
            r"down|crash(?:ing|ed)?|broken|frozen|freezing)"
        ),
        (
            r"(?:isn't|doesn't|does not|don't|won't|will not|not) (?:work(?:ing)?|load(?:ing)?|respond\w*|"
            r"open|print)"
        ),
        r"error (?:message|code|when|on|while)",
        r"reset (?:my|our|the|a) password",
    ),
    _row(
        "support",
        3,
        r"locked out",
        r"password",
        r"get(?:ting)? an error",
        r"gives? (?:me|us) an error",
        r"(?:system|site|website|page|server|rater) (?:is )?(?:down|slow|crash\w*)",
        r"bug",
        r"not (?:syncing|showing|updating|populating|pulling)",
        r"(?:ticket|case) (?:#|number|no)",
    ),
    _row("support", 1.5, r"error", r"support", r"help desk", r"login", r"log in", r"how do (?:i|we)", r"broken"),
    # They want something from us that is not ours to sell.
    _row(
        "applicant",
        4,
        r"(?:my|attached|enclosed|updated) (?:resume|r[ée]sum[ée]|cv|curriculum vitae|cover letter)",
        (
            r"(?:apply|applying|application|applied) for (?:the|a|an|your) (?:\w+ ){0,4}(?:position|job|role|"
            r"opening|opportunity|vacancy|internship)"
        ),
        r"job application",
        r"bewerbung",
        r"candidature",
        r"(?:position|job|role) (?:you )?(?:posted|advertised)",
    ),
    _row("applicant", 2, r"resume", r"internship", r"hiring manager", r"open positions?", r"years of experience"),
    _row(
        "vendor",
        4,
        (
            r"(?:our|we) (?:company |firm |agency |team )?(?:offers?|provides?|specializ\w+|"
            r"specialis\w+) (?:\w+ ){0,8}(?:services?|solutions?|products?|companies|businesses|clients|"
            r"leads)"
        ),
        r"(?:seo|link building|lead generation|web design|staffing|outsourc\w+|merchant) services?",
        r"(?:introduce|partner\w*) (?:my|our|with) (?:company|firm|ourselves|your company)",
        r"guest post",
        r"your (?:shipment|package|order) (?:has|is|was|will)",
        r"(?:exhibitor|booth|sponsorship) (?:contract|prospectus|opportunit\w+|packet|kit|invoice)",
    ),
    _row(
        "vendor",
        2,
        r"15[- ]minute call",
        r"quick call this week",
        r"reach(?:ing)? out to (?:see|you)",
        r"circl(?:e|ing) back",
        r"increase your (?:sales|revenue|traffic|leads)",
        r"vendor",
        r"tracking number",
        r"price list attached",
        r"our catalog(?:ue)?",
    ),
    _row(
        "spam",
        4,
        (
            r"(?:you (?:have|'ve) won|lottery|inheritance|next of kin|million (?:us )?dollars|viagra|cialis|"
            r"casino|hot singles|make money fast|work from home|weight loss|no prescription)"
        ),
        (
            r"(?:click (?:here|below) to (?:claim|verify)|verify your (?:account|mailbox)|mailbox (?:quota|"
            r"storage) (?:exceeded|is full))"
        ),
        r"dear (?:beneficiary|friend|winner)",
        r"bitcoin|crypto(?:currency)? investment",
    ),
    _row(
        "spam",
        2,
        r"limited time offer",
        r"act now",
        r"100% free",
        r"risk[- ]free",
        r"toner",
        r"mortgage rates?",
    ),
    _row("spam", 0.75, r"unsubscribe"),
    # Anything else that asks.
    _row(
        "question",
        2.5,
        r"(?:i|we) (?:have|had) (?:a|some|another|one) (?:quick |few |couple of )?questions?",
        (
            r"(?:can|could|would|will) you (?:please )?(?:tell|let|explain|confirm|send|advise|help|call|"
            r"provide|check|clarify|show)"
        ),
        r"(?:does|do|is|are|can|could|when|where|which|who|why|what|how) [^.?!\n]{3,140}\?",
        r"(?:please|kindly) (?:advise|confirm|let (?:me|us) know|clarify|call|explain)",
        r"wondering (?:if|whether|how|what)",
        r"call me back",
    ),
)
