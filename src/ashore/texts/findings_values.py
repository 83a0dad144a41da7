"""What is said about the keys and values of a household file, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FINDINGS_VALUES: Final[Mapping[str, str]] = {
    "format-missing": _n('The line format = "ashore/1" is missing at the top; the file was read as that.'),
    "format-other": _n("“format” says “{read}”; this program reads “{write}”."),
    "section-unknown": _n(
        "There is no section “{key}”, and nothing of it was read. The sections are: {words}."
    ),
    "key-unknown": _n("This section has no “{key}”; it was not read."),
    "key-unknown-near": _n("There is no “{key}” here. Did you mean “{near}”?"),
    "key-missing": _n("“{missing}” is missing here. Please add it."),
    "key-unused": _n('“{key}” has no use with {tag_key} = "{tag}" and was left out.'),
    "table-wrong": _n("“{key}” says {read}; here belongs a table in braces, or a section of its own."),
    "list-wrong": _n("“{key}” says {read}; here belongs a list in square brackets."),
    "list-length": _n("“{key}” has {read_count} entries; it needs {want_count}."),
    "amount-wrong": _n("“{key}” says {read}; here belongs an amount in yuan, such as 3200.00."),
    "amount-unclear": _n(
        "“{key}” says “{read}”, which cannot be read with certainty. Please write plain yuan, such as 86000.00."
    ),
    "amount-as-text": _n(
        "“{key}” says “{read}” and was read as {write} yuan. Please write {write}, without quotes."
    ),
    "amount-negative": _n(
        "“{key}” says {read}. Amounts are never below zero: what goes out stands under [[spending]], what is owed under [[debt]]."
    ),
    "amount-too-large": _n(
        "“{key}” says {read} yuan, more than can be counted here. Please look for a digit too many."
    ),
    "amount-finer-than-fen": _n(
        "“{key}” says {read}, finer than a fen. Please write whole fen, such as {write}."
    ),
    "amount-zero": _n("“{key}” is 0, so this entry changes nothing."),
    "number-as-text": _n("“{key}” says “{read}” and was read as {write}."),
    "number-wrong": _n("“{key}” says “{read}”; here belongs a whole number."),
    "number-out-of-range": _n("“{key}” says {read}; it must lie between {low} and {high}."),
    "factor-wrong": _n("“{key}” says {read}; here belong numbers such as 1 or 0.6."),
    "text-wrong": _n("“{key}” says {read}; here belongs text between quotes."),
    "text-empty": _n("“{key}” is empty. Please fill it in."),
    "flag-wrong": _n("“{key}” says {read}; please write true or false."),
    "flag-as-text": _n("“{key}” says “{read}” and was read as {write}."),
    "date-as-text": _n(
        "“{key}” says “{read}” and was read as the day {write}. Please write {write}, without quotes."
    ),
    "date-with-time": _n("“{key}” says {read}; the time was left out and the day read as {write}."),
    "date-unclear": _n("“{key}” says “{read}”; here belongs a day, year first, such as 2026-12-15."),
    "date-impossible": _n("“{key}” says {read}; the calendar has no such day."),
    "date-far-away": _n("“{key}” says {read}; that year cannot be meant."),
    "word-respelled": _n("“{key}” says “{read}” and was read as “{write}”."),
    "word-wrong": _n("“{key}” says “{read}”; it must be one of: {words}."),
    "word-unknown-near": _n("“{key}” says “{read}”. Did you mean “{near}”? It must be one of: {words}."),
    "rate-bare": _n(
        '“{key}” is the bare number {read}. Please add the percent sign and the period, such as "0.045%/day" or "16.2%/year".'
    ),
    "rate-period-missing": _n(
        '“{key}” says “{read}” but not for which period. Please add /day, /month or /year, such as "16.2%/year".'
    ),
    "rate-wrong": _n(
        '“{key}” says “{read}”; here belongs a rate such as "0.045%/day", "1.5%/month" or "16.2%/year".'
    ),
    "rate-respelled": _n("“{key}” says “{read}” and was read as “{write}”. Please write it so."),
    "rate-odd": _n("“{key}” says {read}, which is {yearly} a year. Please check the figure and its period."),
    "share-wrong": _n('“{key}” says {read}; here belongs a percentage in quotes, such as "{write}".'),
    "share-respelled": _n("“{key}” says “{read}” and was read as “{write}”."),
    "share-too-large": _n("“{key}” says {read}; more than {high} cannot be."),
    "penalty-wrong": _n(
        '“{key}” says {read}. Please write a multiple of the contract rate ("x1.5" is half as much again), a rate of its own ("0.05%/day"), or "none".'
    ),
    "penalty-respelled": _n("“{key}” says “{read}” and was read as “{write}”."),
    "penalty-odd": _n(
        '“{key}” says {read}. Half as much again is "x1.5", double is "x2". Please check it against the contract.'
    ),
    "once-without-on": _n('With every = "once" the day is needed: on = 2026-12-15.'),
    "from-missing": _n('With every = "{every}" the first day is needed: from = 2026-12-01.'),
    "until-before-from": _n("“until” ({until}) comes before “from” ({since})."),
    "variable-without-low": _n(
        "This income varies, so please write “low”: what a bad month brings. The plan counts on that and no more."
    ),
    "low-above-amount": _n("“low” ({low_fen}) is more than “amount” ({amount_fen})."),
    "low-but-steady": _n(
        '“low” is given, so the plan counts on it. Please write certainty = "variable" as well.'
    ),
    "season-high": _n("A factor above 10 stands in “{key}”. 1 is an ordinary month, 0.6 is 60% of one."),
    "emergency-fund-without-months": _n(
        "In how many months the emergency fund is to be reached is not written; 1 was taken. Write, for example, emergency_fund_months = 6."
    ),
    "jurisdiction-unknown": _n("There is no pack for “{read}”. There are packs for: {words}."),
    "accounts-not-cash": _n(
        "“cash” is {cash_fen}, but the accounts add up to {accounts_fen}. The two must agree."
    ),
    "cash-missing": _n("“cash” is not written; ¥0 was taken."),
    "no-income": _n("There is no income in the file, so the plan counts on none."),
    "no-essential-spending": _n(
        "There is no essential spending in the file. Rent, food and medicine come before every debt: please write them down."
    ),
    "no-debt": _n("There is no debt in the file."),
    "income-repeats-business": _n(
        "This income looks like the takings of {business}, which [[business]] counts already. Please keep one of the two."
    ),
    "flow-over": _n("This ends on {on}, not after {as_of}, and counts nowhere."),
    "id-twice": _n("The id “{read}” is used twice. Please give this one another."),
    "id-unknown": _n("No debt has the id “{read}”."),
    "id-unknown-near": _n("No debt has the id “{read}”. Did you mean “{near}”?"),
    "line-alone": _n(
        "No other debt has the line “{read}”. Draws of one line share it; alone it changes nothing."
    ),
    "product-unknown": _n("There is no product “{read}”, so nothing was filled in from it."),
    "product-unknown-near": _n(
        "There is no product “{read}”, so nothing was filled in from it. Did you mean “{near}”?"
    ),
    "method-missing": _n(
        'How this debt is repaid is not written. Please add a method, such as "level-payment" or "equal-principal".'
    ),
    "rate-missing": _n('The rate is not written. The contract has it; without interest write "0%/year".'),
    "minimum-missing": _n(
        "The minimum payment is not written. The statement has it; write it as a share, as an amount (floor), or both."
    ),
    "schedule-missing": _n(
        "The schedule is not written. Each due stands in it with due, principal and interest."
    ),
    "term-missing": _n('With method = "{method}" the contract needs “{missing}”. Please add it.'),
    "due-day-missing": _n(
        "On which day of the month it falls due is not written. Please add, for example, due_day = 15."
    ),
    "arrears-above-balance": _n(
        "The overdue principal ({arrears_fen}) is more than the balance ({balance_fen}). “balance” is all principal not yet repaid, the overdue part included."
    ),
    "arrears-total-not-sum": _n(
        "The parts of the arrears add up to {sum_fen}, but “total” says {total_fen}."
    ),
    "current-with-arrears": _n("“stage” says current, but arrears are given. Please check which is so."),
    "overdue-without-arrears": _n(
        "“stage” says {stage}, but no arrears are given. If something is overdue, please add since when: arrears = {{since = 2026-09-15}}."
    ),
    "balance-zero": _n("The balance is 0. A debt that is paid off can be left out."),
    "payment-too-small": _n(
        "{periods_count} payments of {payment_fen} are less than the principal of {balance_fen}. Please check the three figures."
    ),
    "minimum-nothing": _n("Both the share and the floor of the minimum payment are 0."),
    "late-fee-bounds": _n("The lowest late fee ({min_fen}) is above the highest ({max_fen})."),
    "source-unknown-field": _n("“source” names “{key}”, which is no key of a debt."),
    "source-without-value": _n("“source” says where “{key}” comes from, but “{key}” itself is not written."),
    "settle-on-current": _n(
        "A full and final settlement is taken only on an overdue debt; this one has no arrears, so it will not be taken."
    ),
    "since-after-as-of": _n(
        "Overdue since {since}: that is after {as_of}, the day the figures are true for."
    ),
    "date-after-as-of": _n("“{key}” is {on}: that is after {as_of}, the day the figures are true for."),
    "event-after-as-of": _n(
        "This happened on {on}: that is after {as_of}, the day the figures are true for."
    ),
    "debt-old": _n(
        "The last payment or demand on this debt is from {last}, more than three years ago. Before any payment, signature or reply, ask a lawyer or legal aid how far the time limit has run. Paying a little or promising in writing can start it anew."
    ),
    "debt-old-undated": _n(
        "Overdue since {since}, more than three years, and when the last demand and the last payment were is not written. Please add “last_demand” and “last_payment”; before any payment, signature or reply, ask a lawyer or legal aid how far the time limit has run."
    ),
    "deadline-passed": _n(
        "The deadline was {on}, before {as_of}. If it was missed, ask the court or the sender at once what can still be done."
    ),
    "concession-over": _n(
        "These terms stood until {until}, before {as_of}, and will not be taken. Ask the creditor whether they still stand."
    ),
    "concession-without-until": _n(
        "Until when these terms stand is not written. Please ask the creditor and add “until”."
    ),
    "settle-without-until": _n("Until when the settlement must be paid is not written. Please add “until”."),
    "settle-without-sum": _n("The sum of the settlement is not written. Please add “amount” or “percent”."),
    "settle-two-sums": _n(
        "The settlement has both “amount” and “percent”. Please keep the one that was agreed."
    ),
    "extend-without-months": _n(
        "How the debt is spread is not written. Please add “months” (instalments left in total) or “payment” (each of them)."
    ),
    "waive-without-part": _n(
        'What is waived is not written. Please add “penalty”, “fees” or “interest”, each as "all" or an amount.'
    ),
    "schedule-not-balance": _n(
        "The principal still to come in the schedule is {schedule_fen}; the balance that is not overdue is {balance_fen}. The two must agree."
    ),
    "own-one-value": _n(
        "A value you looked up is one of “rate”, “amount” and “text”: please write exactly one."
    ),
    "own-rate-without-from": _n("Please write “from”, the day from which this rate holds."),
    "own-seen-before-from": _n("“seen_on” ({seen}) comes before “from” ({since})."),
    "arrears-above-owed": _n(
        "The arrears ({arrears_fen}) are more than the balance ({balance_fen}). On a card “balance” is all that is owed, interest and fees included, and the arrears are a part of it."
    ),
    "settlement-over": _n(
        "The settlement agreed in writing was to be paid by {until}, and the figures here are those of the end of {as_of}. It counts as missed, and the contract holds. If it was paid, take the debt out; if the lender set a new day, change “until”."
    ),
    "late-fee-without-sum": _n(
        "How much the late fee is, is not written. Please add “percent” (a share of what is unpaid) or “amount” (always the same sum)."
    ),
    "late-fee-two-ways": _n(
        "The late fee has both “percent” and “amount”. Please keep the one that the contract says."
    ),
    "extend-typed": _n(
        "The dues of this debt are typed one by one. An extension of it needs “method”, how the new instalments are repaid, or the new dues typed under “schedule”. Without that the typed dues stay as they are."
    ),
    "arrears-total-far": _n(
        "{total_fen} stands here as all that is overdue. The dues missed since {since} come to {rebuilt_fen} by the contract, and the answer counts with that. If the lender says {total_fen}, please write its parts: principal, interest, penalty and fees."
    ),
    "key-outside": _n(
        "“{key}” belongs below [{section}], and nothing of it was read. Please move the line there."
    ),
}
