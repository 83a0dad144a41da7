"""The plain model's plan as payments to the fen, played through the exact loans and judged like any other plan.

What the model decides is taken over: choices, sales, hours, the friend's loan, which due is left late in which month,
how far each debt is repaid early.  Each due is then paid as the contract really asks, and early repayment leaves the
cash that the model keeps.
"""

from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Final

from ashore.dates import Month
from ashore.household.flows import sale_fen
from ashore.loans.acceptance import accept_paying
from ashore.loans.concessions import Account
from ashore.loans.settlement import SettlingAccount
from ashore.planning.friend import friend_runner
from ashore.planning.judging.intentions import intentions_of
from ashore.planning.judging.verdict import Verdict, judge
from ashore.planning.problem import DAILY_MONTHS, needs_by_month
from benching.plain_model import PlainModel, Solved
from benching.units import CONTRACT, DAY, FEN, standing_fen

HALF: Final = 0.5
LEAST_FEN: Final = 100
"""Less than a yuan is not worth an early repayment."""
Json = dict[str, object]


@dataclass(slots=True)
class Player:
    """A debt being paid: its account, and what the model decided for it by month index.

    `late`: months that end late; `pays_fen`: what goes to its dues then; `left_fen`: the principal it wants left after
    each month; `settles`: the month in which a settlement is paid, −1 without one.
    """

    id: str
    account: Account
    place: int
    late: list[bool] = field(default_factory=list[bool])
    pays_fen: list[int] = field(default_factory=list[int])
    left_fen: list[int] = field(default_factory=list[int])
    settles: int = -1
    accepted: bool = False


def replayed(model: PlainModel, solved: Solved) -> tuple[Verdict, Json]:
    """Return the verdict on the model's plan, and the plan in our shape.  Raises BadPlan if it cannot be played."""
    plan = Replay(model, solved).plan()
    return judge(model.problem.household, intentions_of(plan), model.problem.working_days), plan


class Replay:
    """The model's decisions turned into payments, month by month, with the cash that is really there."""

    def __init__(self, model: PlainModel, solved: Solved) -> None:
        """Read the decisions."""
        self.model, self.problem, self.values = model, model.problem, solved.values
        self.players = [self._player(index) for index in range(len(model.lenders))]
        self.cash_fen = self.problem.household.cash_fen
        self.payments: list[Json] = []
        self.sales: list[Json] = []
        self.side_work: list[Json] = []
        self.draws: list[Json] = []
        self.choices: list[Json] = []
        self.money = [0] * self.model.months
        self.after = [0] * self.model.months
        self._levers()

    def _on(self, column: int) -> bool:
        return self.values[column] > HALF

    def _player(self, index: int) -> Player:
        model, lender = self.model, self.model.lenders[index]
        place = max(range(len(lender.units)), key=lambda one: self.values[model.chosen[index][one]])
        unit, shares = lender.units[place], model.shares[index][place]
        paid = model.settled[index].get(place, [])
        return Player(
            lender.id,
            self.problem.accounts[index].copy(),
            unit.place,
            [self._on(one) for one in model.late[index]],
            [round(self.values[one] * FEN) for one in model.paid[index]],
            [
                round(self.values[share] * left * FEN)
                for share, left in zip(shares[1:], unit.left, strict=True)
            ],
            next((month for month, one in paid if self._on(one)), -1),
        )

    def _levers(self) -> None:
        """Note sales, hours and the friend's loan, and the money they bring."""
        household, first = self.problem.household, self.problem.first
        for place, columns in self.model.sales:
            for month, one in columns:
                if self._on(one):
                    asset = household.assets[place]
                    self.money[month] += sale_fen(asset, month)
                    self.sales.append({"month": str(first.plus(month)), "asset": asset.name})
        for work, columns in zip(household.side_work, self.model.hours, strict=True):
            for month, one in columns:
                hours = min(work.hours_month, ceil(self.values[one] - 1e-6))
                if hours > 0:
                    fen = hours * work.hourly_fen
                    (self.after if month < DAILY_MONTHS else self.money)[month] += fen
                    self.side_work.append(
                        {"month": str(first.plus(month)), "lever": work.name, "hours": hours}
                    )
        if self.model.draw < 0:
            return
        lever = household.friend_loans[0]
        fen = min(lever.amount_fen_max, ceil(self.values[self.model.draw] - 1e-6) * FEN)
        friend = friend_runner(self.problem, 0, fen, first.plus(1), 0)
        if friend:
            self.money[1] += fen
            self.draws.append({"month": str(first.plus(1)), "lever": friend.id, "kind": "draw", "fen": fen})
            self.players.insert(0, Player(friend.id, friend.account, CONTRACT))

    def plan(self) -> Json:
        """Return the plan: every payment, choice, sale, hour and loan."""
        for index, need in enumerate(needs_by_month(self.problem, ("essential", "due", "other", "family"))):
            month = self.problem.first.plus(index)
            self.cash_fen += self.money[index] - need
            if index == 1:
                self._accept(month)
            for player in self.players:
                self._pay_dues(player, index, month)
            self._repay_early(index)
            self.cash_fen = max(0, self.cash_fen) + self.after[index]
            for player in self.players:
                if player.account.day <= month.last:
                    player.account.advance(month.last)
                    player.account.end_of_day()
        return {
            "format": "ashore-plan/1",
            "as_of": self.problem.as_of.isoformat(),
            "horizon": self.problem.horizon,
            "payments": self.payments,
            "sales": self.sales,
            "side_work": self.side_work,
            "friend_loan": self.draws,
            "choices": self.choices,
        }

    def _accept(self, month: Month) -> None:
        """Accept the concessions chosen, on the first day after `as_of`."""
        day = max(self.problem.as_of + DAY, month.first)
        debts = {debt.id: debt for debt in self.problem.household.debts}
        for player in self.players:
            if player.place == CONTRACT:
                continue
            terms = debts[player.id].concessions[player.place]
            player.account.advance(day)
            player.account, paid = accept_paying(player.account, terms)
            if fen := sum(paid):
                self._note(player, day, fen)
            self.choices.append({"date": day.isoformat(), "debt": player.id, "concession": player.place})

    def _note(self, player: Player, day: date, fen: int) -> None:
        self.cash_fen -= fen
        self.payments.append({"date": day.isoformat(), "debt": player.id, "fen": fen})

    def _pay_dues(self, player: Player, index: int, month: Month) -> None:
        """Pay what is due this month, or what the model pays of it in a month that it lets end late."""
        account = player.account
        if isinstance(account, SettlingAccount) and account.settling:
            if index == player.settles:
                day = month.day(account.terms.due_day)
                self._pay(player, day, account.payoff_fen())
            return
        pays = player.pays_fen[index] if player.late and player.late[index] else None
        for day in self._days(account, month):
            account.advance(day)
            due = account.due_fen
            fen = min(due, self.cash_fen, due if pays is None else pays)
            if fen > 0:
                self._pay(player, day, fen)
                pays = None if pays is None else pays - fen

    def _days(self, account: Account, month: Month) -> list[date]:
        day = month.day(account.terms.due_day)
        if account.running and account.next_due <= month.last:
            return [account.next_due]
        return [day] if account.due_fen and day > account.day else []

    def _pay(self, player: Player, day: date, fen: int) -> None:
        player.account.advance(day)
        player.account.pay(fen)
        self._note(player, day, fen)

    def _repay_early(self, index: int) -> None:
        """Repay early as far as the model does, above the cash it keeps, where no debt is late."""
        if not self._on(self.model.early[index]) or any(one.account.due_fen for one in self.players):
            return
        kept = round(self.values[self.model.cash[index]] * FEN)
        kept = max(kept, self.problem.emergency_target_fen(index))
        for player in self.players:
            account = player.account
            month = self.problem.first.plus(index)
            if not player.left_fen or account.closed or account.day != month.day(account.terms.due_day):
                continue
            wanted = standing_fen(account) - player.left_fen[index]
            principal = min(wanted, account.prepayable_with(max(0, self.cash_fen - kept)))
            if principal < LEAST_FEN:
                continue
            fee = account.terms.prepayment.fee
            fen = principal + round(principal * fee.numerator / fee.denominator)
            self._pay(player, account.day, min(fen, self.cash_fen))
