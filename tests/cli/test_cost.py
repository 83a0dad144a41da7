"""`ashore cost`: from terms, from a list of payments, from the lender's table in a file."""

import json
from pathlib import Path

import numpy_financial
import pytest
from click.testing import CliRunner, Result

from ashore.cli import main
from one_loan import LOAN

TERMS = (
    "--amount 12000 --periods 12 --method flat-fee --fee-per-period 0.6% --withheld 600 --start 2026-01-15"
)
FLAT = [*TERMS.split(), "--advertised", "0.6%/month"]
FILE = (
    LOAN
    + """\
disclosure = {principal = 12000.00, on = 2026-11-20, periods = 12, first_due = 2026-12-20, rate = "12%/year", \
method = "level-payment", yearly = "23.9%/year", items = [{name = "担保费", amount = 60.00, when = "each", \
payee = "某担保公司"}, {name = "手续费", amount = 200.00, when = "withheld"}], \
contingent = [{name = "罚息", standard = "合同利率的 1.5 倍"}]}
"""
)


def run(*arguments: str, typed: str | None = None) -> Result:
    """Return what the command says."""
    return CliRunner().invoke(main, ["cost", *arguments], input=typed)


def answer(result: Result) -> dict:
    """Return the answer as JSON."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_flat_fees_and_money_kept_back() -> None:
    found = answer(run(*FLAT, "--json"))
    assert (found["format"], found["received_fen"], found["paid_fen"]) == (
        "ashore-cost/1",
        11_400_00,
        12_864_00,
    )
    assert found["nominal"].startswith("0.2291")
    assert found["effective"].startswith("0.2548")
    assert found["advertised"]["yearly"] == "0.072000"
    assert len(found["flows"]) == 13


def test_a_fee_of_each_instalment_is_never_left_out() -> None:
    """12 × 72.00; a loan typed with a fee alone is repaid that way, and a rate that would not count is refused."""
    fee = ("--amount", "12000", "--periods", "12", "--fee-per-period", "0.6%")
    found = answer(run(*fee, "--json"))
    assert (found["cost_fen"], found["nominal"][:6]) == (864_00, "0.1303")
    for more, named in (
        (("--rate", "12%/year"), "--rate"),
        (("--method", "level-payment", "--rate", "12%/year"), "--fee-per-period"),
    ):
        result = run(*fee, *more, "--lang", "en")
        assert (result.exit_code, result.stdout) == (2, "")
        assert named in result.stderr


def test_a_flat_fee_needs_no_rate_looked_up(tmp_path: Path) -> None:
    flat = (
        'format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 0.00\n'
        '[[debt]]\nid = "x"\nname = "x"\ncreditor = "y"\nbalance = 12000.00\noriginal = 12000.00\n'
        'start = 2026-11-10\nmethod = "flat-fee"\nperiods_left = 12\ndue_day = 10\n'
        'fee_per_period = "0.6%"\nsource = {fee_per_period = "contract", method = "contract"}\n'
    )
    path = tmp_path / "household.toml"
    path.write_text(flat, encoding="utf-8")
    found = answer(run(str(path), "x", "--json"))
    assert (found["cost_fen"], found["assumed"]) == (864_00, [])


def test_a_list_of_payments_to_come_makes_no_source_old() -> None:
    told = run("--payments", "-", "--lang", "en", typed="2026-11-23,1000\n2036-11-23,-1100\n").stdout
    assert "needs checking" not in told


def test_a_list_and_terms_give_the_same(tmp_path: Path) -> None:
    terms = answer(run(*FLAT, "--json"))
    lines = "".join(f"{flow['date']},{flow['fen'] / 100:.2f}\n" for flow in terms["flows"])
    path = tmp_path / "payments.csv"
    path.write_text(lines)
    for found in (
        answer(run("--payments", str(path), "--json")),
        answer(run("--payments", "-", "--json", typed=lines)),
    ):
        assert {key: found[key] for key in ("nominal", "effective", "xirr", "cost_fen")} == {
            key: terms[key] for key in ("nominal", "effective", "xirr", "cost_fen")
        }


@pytest.mark.parametrize(
    "text",
    [
        "日期,到账,实还金额\n2026-01-15,1000.00,\n2026-02-15,,1012.00\n",
        "2026-01-15 放款 1000\n2026年2月15日 还款 1012\n",
        "2026-01-15\t1000.00\n2026-02-15\t-1012.00\n",
    ],
)
def test_which_way_money_goes_is_read_from_headings_words_or_signs(text: str) -> None:
    found = answer(run("--payments", "-", "--json", typed=text))
    assert (found["received_fen"], found["paid_fen"]) == (1_000_00, 1_012_00)
    assert found["nominal"] == "0.144000000000"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2026-01-15 1000\n", "both"),
        ("hello\n", "day"),
        ("2026-01-15 1000\n2026-02-15 -5.001\n", "-5.001"),
        ("", "nothing"),
        ("2026-01-15,12,000.00\n2026-02-15,-6,172.50\n", "line 1"),
        ("2026-01-15,1000\n2026-02-30,-1012\n", "line 2"),
        ("2026-01-15 1000\n2026-02-15 某某 1012\n", "line 2"),
    ],
)
def test_a_bad_list_is_said(text: str, word: str) -> None:
    result = run("--payments", "-", "--lang", "en", typed=text)
    assert result.exit_code == 2
    assert word in result.stderr


def test_the_lenders_table_in_a_file(tmp_path: Path) -> None:
    """12 % a year, level: 1,066.19 a month, 60.00 on top, 200.00 kept back; the rate by another library."""
    path = tmp_path / "household.toml"
    path.write_text(FILE, encoding="utf-8")
    found = answer(run(str(path), "loan", "--json"))
    assert (found["received_fen"], found["flows"][1]["fen"]) == (11_800_00, -(1_066_19 + 60_00))
    second = numpy_financial.irr([flow["fen"] for flow in found["flows"]]) * 12
    assert abs(float(found["nominal"]) - second) < 1e-9
    assert found["assumed"] == []
    told = run(str(path), "loan", "--lang", "zh").stdout.replace("\n  ", "").replace("\n", "")
    for word in ("担保费", "某担保公司", "罚息", "年化 23.9%", "请对方说明"):
        assert word in told


def test_the_table_is_a_source_of_the_debt(tmp_path: Path) -> None:
    path = tmp_path / "household.toml"
    path.write_text(FILE, encoding="utf-8")
    result = CliRunner().invoke(main, ["debts", str(path), "--json"])
    debt = json.loads(result.stdout)["debts"][0]
    assert (debt["sources"]["rate"], debt["sources"]["method"]) == ("disclosure", "disclosure")
    assert "rate" not in debt["assumed"]
    assert debt["nominal_rate"].startswith("0.12")


def test_what_a_table_lacks_is_a_step_that_helps(tmp_path: Path) -> None:
    """Twelve times 1,066.19 for 12,000.00: 794.28 more."""
    path = tmp_path / "household.toml"
    table = "disclosure = {principal = 12000.00, on = 2026-11-20, periods = 12, first_due = 2026-12-20"
    head = LOAN + 'rate = "0%/year"\nmethod = "level-payment"\n' + table
    path.write_text(head + "}\n", encoding="utf-8")
    result = run(str(path), "loan", "--lang", "en")
    assert result.exit_code == 2
    assert "payment = 1066.19" in " ".join(result.stderr.split())
    path.write_text(head + ", payment = 1066.19}\n", encoding="utf-8")
    assert answer(run(str(path), "loan", "--json"))["cost_fen"] == 794_28


def test_a_file_without_a_beginning_tells_what_is_left(tmp_path: Path) -> None:
    path = tmp_path / "household.toml"
    path.write_text(
        LOAN + 'rate = "12%/year"\nmethod = "level-payment"\n',
        encoding="utf-8",
    )
    result = run(str(path), "loan", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "what is left" in result.stdout.replace("\n ", "")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "--payments"),
        (["--amount", "100", "--periods", "3"], "--payments"),
        ([*FLAT[:-1], "7"], "7"),
        (["--amount", "abc", "--periods", "3", "--rate", "1%/month"], ""),
        (["--amount", "100", "--periods", "3", "--rate", "1%"], "--rate"),
    ],
)
def test_what_is_missing_or_unclear_is_said(arguments: list[str], word: str) -> None:
    result = run(*arguments, "--lang", "en")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert word in result.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["file.toml", "loan", "--payments", "list.csv"], "file.toml, loan, --payments"),
        (["file.toml", "loan", "--amount", "12000"], "file.toml, loan, --amount"),
        (
            ["--payments", "list.csv", "--periods", "12", "--withheld", "5"],
            "--payments, --periods, --withheld",
        ),
    ],
)
def test_a_loan_named_in_two_ways_is_said(arguments: list[str], named: str) -> None:
    """None of them is read: the files do not exist."""
    result = run(*arguments, "--lang", "en")
    assert result.exit_code == 2
    assert named in " ".join(result.stderr.split())


def test_each_rate_stands_under_its_convention() -> None:
    told = run(*FLAT, "--lang", "en").stdout.replace("\n    ", " ")
    for word in ("nominal (IRR × 12)", "effective", "XIRR", "no cost of credit", "3.2 times"):
        assert word in told


def test_one_payment_known_as_a_sum() -> None:
    found = answer(
        run("--amount", "1000", "--periods", "1", "--payment", "1012", "--start", "2026-01-15", "--json")
    )
    assert found["nominal"] == "0.144000000000"


def test_a_table_whose_payment_holds_everything_adds_nothing_on_top(tmp_path: Path) -> None:
    """1,126.19 a month hold the 60.00 of guarantee; 11,400 arrive, of which a fee of 600 explains all."""
    path = tmp_path / "household.toml"
    table = (
        "disclosure = {principal = 12000.00, on = 2026-11-20, received = 11400.00, periods = 12, "
        'first_due = 2026-12-31, payment = 1126.19, items = [{name = "担保费", amount = 60.00, when = "each"}, '
        '{name = "服务费", amount = 600.00, when = "start"}]}\n'
    )
    path.write_text(
        LOAN + table + 'rate = "0%/year"\nmethod = "level-payment"\n',
        "utf-8",
    )
    found = answer(run(str(path), "loan", "--json"))
    assert (found["received_fen"], found["paid_fen"]) == (11_400_00, 12 * 1_126_19)
    assert [flow["date"] for flow in found["flows"][1:3]] == ["2026-12-31", "2027-01-31"]


def test_what_is_advertised_as_free_is_said_to_cost() -> None:
    told = run(*TERMS.split(), "--advertised", "0%/month", "--lang", "zh").stdout.replace("\n  ", "")
    assert "宣传的是不收利息" in told
