"""Words of `ashore audit`, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

AUDIT: Final[Mapping[str, str]] = {
    "audit-subtitle": _n("A lender's statement recomputed, up to {as_of}"),
    "audit-head-result": _n("The result"),
    "audit-head-sums": _n("What does not agree within the statement"),
    "audit-head-lender": _n("Not as the contract you named: for the lender to explain"),
    "audit-head-assumed": _n("Not certain: it rests on a value without a source"),
    "audit-head-contract": _n("Only the contract can tell"),
    "audit-head-follows": _n("Carried on from a line above"),
    "audit-head-yearly": _n("What was charged in a year"),
    "audit-deducted-rule": _n(
        "Interest may not be deducted in advance; where it was, the loan counts as what arrived ({rule})."
    ),
    "audit-noted": _n("Worth a look in the statement, and perhaps not counted: lines {lines}."),
    "audit-head-lent": _n("When the money came"),
    "audit-lent-otherwise": _n(
        "The statement says {lent_fen} was lent; your file says {original_fen}. The statement's sum was taken."
    ),
    "audit-head-terms": _n("By which terms it was counted"),
    "audit-term-contract": _n("{term} (source: {source})"),
    "audit-term-assumed": _n("{term} (typical terms, or typed without a source)"),
    "audit-term-nowhere": _n("{term} (nobody named it)"),
    "audit-head-basis": _n("How it was counted"),
    "audit-head-about": _n("About this audit"),
    "audit-compared": _n(
        "{name} · {creditor}: {figures_count} figures of the statement were computed again. {same_count} agree to the fen, {wrong_count} do not."
    ),
    "audit-all-same": _n(
        "All {figures_count} figures that could be compared agree with the contract as it stands in your file. What the statement leaves out cannot be seen here."
    ),
    "audit-more": _n(
        "In these places the statement is {more_fen} above what comes out here. Please let the lender explain first."
    ),
    "audit-less": _n("In some places it is {less_fen} below what comes out here."),
    "audit-next": _n(
        "Next: ask the lender in writing how each of these lines was computed, and keep the answer. Until it is settled, what is due and not disputed is still due."
    ),
    "audit-sum-wrong": _n("Line {line}, {on}: the total says {total_fen}, its parts add up to {parts_fen}."),
    "audit-deducted": _n("{lent_fen} was lent, {received_fen} arrived: {deducted_fen} was kept back."),
    "audit-lead-lender": _n("You named a source for these terms, and by them other figures come out."),
    "audit-lead-assumed": _n(
        "These figures rest on values that came from typical terms or stand in your file without a source. Look into the contract first: the lender may be right."
    ),
    "audit-lead-contract": _n(
        "These figures rest on terms that nobody named. The contract says which holds; where it says nothing, please ask the lender by which rule it counted."
    ),
    "audit-lead-follows": _n(
        "Taken from the lender's own figures above these are right. They are put right by themselves when the line above is."
    ),
    "audit-reads-365": _n("If a year counts 365 days, these come out to the fen."),
    "audit-reads-360": _n("If a year counts 360 days, these come out to the fen."),
    "audit-reads-30e": _n("If every month counts 30 days, these come out to the fen."),
    "audit-reads-daily": _n("If interest is counted day by day, these come out to the fen."),
    "audit-reads-monthly": _n("If interest is counted by whole months, these come out to the fen."),
    "audit-reads-level": _n("If the instalments are level, these come out to the fen."),
    "audit-reads-equal": _n("If the principal is repaid in equal parts, these come out to the fen."),
    "audit-reads-down": _n("If parts of a fen are dropped, these come out to the fen."),
    "audit-reads-up": _n("If every part of a fen is rounded up, these come out to the fen."),
    "audit-reads-compound": _n("If overdue interest bears penalty interest too, these come out to the fen."),
    "audit-reads-simple": _n("If overdue interest bears no penalty interest, these come out to the fen."),
    "audit-reads-no-grace": _n("Without days of grace, these come out to the fen."),
    "audit-reads-grace": _n("With {grace_ndays} of grace, these come out to the fen."),
    "audit-reads-no-late-fee": _n("Without damages, these come out to the fen."),
    "audit-reads-no-minimum": _n("Without a least amount of damages, these come out to the fen."),
    "audit-reads-oldest-first": _n(
        "If a payment goes to the oldest instalment first, these come out to the fen."
    ),
    "audit-reads-principal-first": _n(
        "If a payment goes to overdue principal first, these come out to the fen."
    ),
    "audit-reads-interest-first": _n(
        "If a payment goes to overdue interest first, these come out to the fen."
    ),
    "audit-reads-both-ends": _n(
        "If penalty interest counts both the due day and the day of payment (one day more), these come out to the fen."
    ),
    "audit-reads-penalty": _n(
        "If penalty interest is {times} times the contract's rate, these come out to the fen."
    ),
    "audit-reads-rate-day": _n("If the rate is {percent} a day, these come out to the fen."),
    "audit-reads-rate-month": _n("If the rate is {percent} a month, these come out to the fen."),
    "audit-reads-rate-year": _n("If the rate is {percent} a year, these come out to the fen."),
    "audit-reads-told": _n(
        "If the statement counts up to {day}, these come out to the fen. Please see of which day it is; if it is of your file's own day, the days do not agree, and the lender can be asked."
    ),
    "audit-reads-start": _n(
        "If the money came on {day}, these come out to the fen. Please see in the contract or your account when it did."
    ),
    "audit-reads-payment": _n("If each instalment is ¥{amount}, these come out to the fen."),
    "audit-reads-also": _n("And this besides:"),
    "audit-penalty-above": _n(
        "That is more than {most_rate} on top of the contract's rate, the most that {rule} names for loans of banks that are overdue. For another lender the contract counts."
    ),
    "audit-no-reading": _n("No other reading that we know gives these figures. They rest on: {terms}."),
    "audit-differences": _n("Figures that differ"),
    "audit-column-line": _n("line"),
    "audit-column-day": _n("day"),
    "audit-column-what": _n("what"),
    "audit-column-stated": _n("stated"),
    "audit-column-ours": _n("here"),
    "audit-column-more": _n("more"),
    "audit-none": _n("not known here"),
    "audit-what-principal": _n("principal due"),
    "audit-what-interest": _n("interest due"),
    "audit-what-penalty": _n("penalty interest"),
    "audit-what-late": _n("penalty interest"),
    "audit-what-compound": _n("compound interest"),
    "audit-what-damages": _n("damages"),
    "audit-what-fees": _n("fees"),
    "audit-what-total": _n("instalment"),
    "audit-what-left": _n("principal left"),
    "audit-what-owed": _n("owed in all"),
    "audit-what-paid-principal": _n("paid to principal"),
    "audit-what-paid-interest": _n("paid to interest"),
    "audit-what-paid-late": _n("paid to penalty interest"),
    "audit-what-paid-fees": _n("paid to fees"),
    "audit-work-head": _n("How the figure for line {line} was computed"),
    "audit-work-interest": _n(
        "{since} to {until}: {sum_fen} × {span_ndays} × {yearly_rate} a year ÷ {year} = {interest_fen}"
    ),
    "audit-work-month": _n(
        "{since} to {until}: {sum_fen} × {yearly_rate} a year, by whole months = {interest_fen}"
    ),
    "audit-work-penalty": _n(
        "instalment of {due}, {since} to {until}: overdue principal {sum_fen} × {span_ndays} × {daily} a day = {penalty_fen}"
    ),
    "audit-work-penalty-compound": _n(
        "instalment of {due}, {since} to {until}: overdue principal and interest {sum_fen} × {span_ndays} × {daily} a day = {penalty_fen}"
    ),
    "audit-work-damages": _n("instalment of {due}: damages charged once, {damages_fen}"),
    "audit-work-paid": _n(
        "{paid_fen} of {on} goes to fees and damages {fees_fen}, penalty interest {late_fen}, interest {interest_fen}, principal {principal_fen}"
    ),
    "audit-yearly": _n(
        "From {since} to {until} the statement charges {charged_fen} beyond principal. That is {yearly_rate} a year, simple, on the principal that was still owed day by day, a year of 365 days."
    ),
    "audit-ceiling-none": _n(
        "We know of no ceiling for this kind of lender, or the file does not say who lent."
    ),
    "audit-ceiling-unknown": _n(
        "{rule}: the rate of that day is not known here, so nothing is said about it."
    ),
    "audit-ceiling-below": _n("{rule}: {ceiling_rate} a year. What the statement lists stays below it."),
    "audit-ceiling-void": _n(
        "{rule}: {ceiling_rate} a year. {above_fen} lies above it; a court does not uphold that part."
    ),
    "audit-ceiling-cut": _n(
        "{rule}: {ceiling_rate} a year. {above_fen} lies above it; a court may be asked to cut that part. It does not do so by itself."
    ),
    "audit-ceiling-regulator": _n(
        "{rule}: {ceiling_rate} a year. {above_fen} lies above it; the regulator can be told."
    ),
    "audit-ceiling-guidance": _n(
        "{rule}: {ceiling_rate} a year. {above_fen} lies above it. This is guidance to lenders; no text of it is public."
    ),
    "audit-began": _n("Counted from {since}: principal {principal_fen}, {dues_count} instalments."),
    "audit-start-assumed": _n(
        "The day the money came is not stated; a month before the first due was taken. Type it as start = … in the file."
    ),
    "audit-planned": _n("A schedule: every instalment was taken as paid on its day."),
    "audit-given": _n(
        "In these lines nothing explains the lender's figure. Below them it was taken as given, so that one difference is not counted again in every later line: {lines}."
    ),
    "audit-rounding": _n(
        "Each span of interest is rounded once, half up. Penalty interest counts the due day, not the day of payment. A span ends at each due day, payment and change of rate."
    ),
    "audit-kept": _n("Neither your file nor the statement was changed."),
    "audit-no-beginning": _n(
        "{name}: neither the statement nor the file says how much was lent. Please type original = … and start = … for this debt."
    ),
    "audit-begins-later": _n(
        "{name}: the statement begins after the first instalment, and nothing in it says what was still owed then. Please ask the lender for one from the first instalment on, or add a line with a day and the principal left at its end."
    ),
    "audit-revolving": _n(
        "A card has no schedule. Its bills can be audited: a line for each bill, each purchase and each payment."
    ),
    "audit-reading-stopped": _n(
        "Until these are mended nothing is compared. Neither your file nor the statement was changed."
    ),
    "audit-total-wrong": _n(
        "Line {line}, {heading}: the total says {total_fen}, the lines add up to {parts_fen}."
    ),
    "audit-totals-same": _n("Totals in the statement that are the sum of their lines: line {lines}."),
    "audit-columns-unused": _n("These columns were not used: {columns}."),
    "audit-draw-others": _n(
        "Only the lines of draw {read} were counted. Those of other draws were left alone: {draws}."
    ),
    "audit-reads-lower": _n(
        "If an early repayment makes the later instalments smaller, these come out to the fen."
    ),
    "audit-reads-shorten": _n(
        "If an early repayment keeps the instalment and ends the loan sooner, these come out to the fen."
    ),
    "audit-reads-held": _n(
        "If what was paid beyond an instalment is kept for the next one, these come out to the fen."
    ),
    "audit-reads-early-part": _n(
        "If the interest on what was repaid early was paid with it, these come out to the fen."
    ),
    "audit-reads-early-all": _n(
        "If all interest up to that day was paid with the early repayment, these come out to the fen."
    ),
    "audit-reads-early-fee": _n(
        "If the fee for repaying early is {percent} of what is repaid, these come out to the fen."
    ),
    "audit-what-closing": _n("all that closes the loan"),
    "audit-work-closing": _n(
        "what closes the loan on {on}: principal {principal_fen}, interest {interest_fen}, penalty interest {late_fen}, fees and damages {fees_fen}, together {paid_fen}"
    ),
    "audit-work-closing-held": _n(
        "what closes the loan on {on}: principal {principal_fen}, interest {interest_fen}, penalty interest {late_fen}, fees and damages {fees_fen}, together {paid_fen}, less {held_fen} paid before"
    ),
    "audit-early": _n(
        "Repaid early: line {lines}. Interest up to that day that the line does not name counts as due with the next instalment."
    ),
    "audit-early-rule": _n(
        "Interest on what is repaid early is for the time the money was really lent, unless the contract says otherwise ({rule})."
    ),
    "audit-card-began": _n(
        "Counted from the bill of {since} on, {bills_count} bills in all. What was booked between them was taken as booked, so that one wrong figure is not counted again in the next bill."
    ),
    "audit-card-rule": _n(
        "A bill paid in full by its day bears no interest. Where it was not, each purchase in it bears interest from the day it was posted until the day it was paid, that day not counted. Interest is rounded once for each bill. Cards differ in this; the contract says which holds."
    ),
    "audit-card-untold": _n(
        "What line {lines} charges was not counted: it belongs to a bill of which lines are missing, or whose lines do not add up. Add the bill, the purchases or the lines that are missing, and it can be."
    ),
    "audit-reads-card-unpaid": _n(
        "If only what was not paid in time bears interest, from the day it was posted, these come out to the fen."
    ),
    "audit-reads-card-from-due": _n(
        "If only what was not paid in time bears interest, from the day it was due, these come out to the fen."
    ),
    "audit-reads-card-simple": _n(
        "If interest in a bill bears no interest itself, these come out to the fen."
    ),
    "audit-reads-minimum-share": _n("If the minimum is {percent} of the bill, these come out to the fen."),
    "audit-reads-minimum-before": _n(
        "If the minimum is a share of the bill without its interest, these come out to the fen."
    ),
    "audit-reads-minimum-statement": _n(
        "If the minimum is a share of the whole bill, these come out to the fen."
    ),
    "audit-what-minimum": _n("minimum to pay"),
    "audit-work-lot": _n("{since} to {until}: {sum_fen} × {span_ndays}"),
    "audit-work-lots": _n("together as much as {weight_fen} for one day × {daily} a day = {interest_fen}"),
    "audit-bill-wrong": _n(
        "Line {line}, bill of {on}: it says {total_fen}; the bill before it and all that was booked since come to {parts_fen}."
    ),
    "key-card-interest": _n("what bears interest on the card"),
    "audit-work-unpaid": _n("by {on} {unpaid_fen} of the minimum was not paid: damages {damages_fen}"),
    "audit-early-closing": _n(
        "Closed early: line {lines}. What was taken is held against all that closes the loan that day."
    ),
    "audit-source-contract": _n("contract"),
    "audit-head-settled": _n("The settlement"),
    "audit-settled-agreed": _n(
        "Agreed on {agreed_on}: {sum_fen} in all, in {sums_count} payments, the last one by {last_on}."
    ),
    "audit-settled-agreed-once": _n("Agreed on {agreed_on}: {sum_fen}, by {last_on}."),
    "audit-settled-stands": _n(
        "So far {paid_fen} was paid and no day was missed. Until the last payment the contract runs on beneath; what it adds in that time falls away with the rest."
    ),
    "audit-settled-closed": _n(
        "By what was agreed the debt was closed on {closed_on}: the {forgiven_fen} still owed by the contract that day fall away. Ask for a proof of settlement and keep it."
    ),
    "audit-settled-missed": _n(
        "By {missed_on} {missed_fen} was due, and not all of it had come. From then on the contract counts as it was; what was paid stays paid. Ask the lender in writing whether the settlement stands all the same."
    ),
    "audit-settled-closed-late": _n(
        "All the same the rest was waived on {closed_on}, as the statement says; by the contract that was {forgiven_fen}. Ask for a proof of settlement and keep it."
    ),
    "audit-settled-untold": _n(
        "How much of these payments went to principal and how much to interest was not compared. The contract does not say how a settlement is booked, and in the end all of it is closed. Lines {lines}."
    ),
    "audit-reads-settled-late": _n(
        "If the settlement held although a payment came late, these come out to the fen."
    ),
    "audit-reads-settled-void": _n(
        "If the settlement counts for nothing and only the contract holds, these come out to the fen. Yet each of its payments came by its day."
    ),
    "audit-reads-settled-frozen": _n(
        "If neither interest nor penalty interest ran on from the day of the settlement, these come out to the fen."
    ),
    "audit-reads-settled-owed": _n(
        "If only what is left of the settlement counts as owed, these come out to the fen."
    ),
    "audit-what-agreed": _n("sum of the settlement"),
    "audit-work-agreed": _n("in your file: {sum_fen} by {by}"),
    "key-settlement": _n("the settlement as it was agreed"),
    "audit-draws-told": _n(
        "No column names the draws. By days, principal and balances the lines can be shared out in one way only: to the draw of {lent_on} over {lent_fen} belong lines {lines}. Those of the others were left alone: {others}."
    ),
    "audit-card-cash": _n(
        "Cash drawn on the card bears interest from the day it was posted, also where a bill was paid in full by its day."
    ),
    "audit-card-damages": _n(
        "The card's own rule for damages is not in your file, and cards differ. Some charge {low_rate} of the minimum not paid, at least {low_fen}; others {high_rate}, at least {high_fen}. What lies between is not called wrong here. Write down what your contract says, and it is held against that to the fen."
    ),
    "audit-reads-cash-as-bought": _n("If cash drawn counts like a purchase, these come out to the fen."),
    "audit-reads-cash-first": _n(
        "If a payment goes to cash drawn before purchases, these come out to the fen."
    ),
    "audit-reads-cash-last": _n(
        "If a payment goes to purchases before cash drawn, these come out to the fen."
    ),
    "audit-reads-cash-rate": _n("If cash drawn bears {percent} a day, these come out to the fen."),
    "audit-reads-late-fee-fixed": _n("If damages are ¥{amount} each time, these come out to the fen."),
    "audit-reads-late-fee-least": _n("If damages are at least ¥{amount}, these come out to the fen."),
    "audit-reads-late-fee-share": _n(
        "If damages are {percent} of what is unpaid, these come out to the fen."
    ),
    "audit-reads-late-fee-both": _n(
        "If damages are {percent} of what is unpaid, at least ¥{amount}, these come out to the fen."
    ),
    "audit-work-cash-lot": _n("cash drawn, {since} to {until}: {sum_fen} × {span_ndays}"),
    "audit-work-cash-lots": _n(
        "cash drawn, together as much as {weight_fen} for one day × {daily} a day = {interest_fen}"
    ),
    "audit-work-unpaid-range": _n(
        "by {on} {unpaid_fen} of the minimum was not paid: damages between {least_fen} and {damages_fen}, by the rules of most cards"
    ),
    "audit-card-damages-no-least": _n(
        "The card's own rule for damages is not in your file, and cards differ. Some charge {low_rate} of the minimum not paid, without a least sum; others {high_rate}, at least {high_fen}. What lies between is not called wrong here. Write down what your contract says, and it is held against that to the fen."
    ),
    "key-card-cash": _n("how cash drawn is counted"),
    "audit-no-term": _n(
        "{name}: all its instalments have fallen due, and neither the statement nor the file says how many there were. Please list each of them in the statement (day, principal, interest), or write down the schedule of the contract."
    ),
    "audit-settled-before": _n(
        "{name}: the settlement was agreed on {agreed_on}, before the first balance of the statement, so it cannot be told what stood then. Please add the lines from the day the money came, or ask the lender for a statement from there on."
    ),
    "audit-settled-otherwise": _n(
        "The statement says that {waived_fen} was waived, by the contract it was {forgiven_fen}. Nothing of it has to be paid any more."
    ),
    "audit-settled-closed-stated": _n(
        "By the statement the rest was waived on {closed_on}; by the contract that was {forgiven_fen}. Ask for a proof of settlement and keep it."
    ),
    "audit-card-no-yearly": _n(
        "A card's charges are not held against a yearly ceiling here. What was paid in time bore nothing, so there is no principal to reckon on."
    ),
    "audit-above": _n(
        "Apart from that, {above_fen} of what was charged lies above a yearly ceiling: see “What was "
        "charged in a year” below."
    ),
}
