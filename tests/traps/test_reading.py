"""A message read: its signs with its own words, what turns them round, whom it names, what cannot be read."""

import pytest

from ashore.packs.pack import load_pack
from ashore.traps.reading import LETTERS_MAX, read_message, unread

RULES = load_pack("cn").traps()
TOY = load_pack("toyland").traps()


def signs(text: str) -> set[str]:
    """Return the signs found in a text."""
    return {one.sign.id for one in read_message(text, RULES).found}


def toy(text: str) -> set[str]:
    """Return the signs of toyland found in a text."""
    return {one.sign.id for one in read_message(text, TOY).found}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("先交3000元服务费，再帮你跟银行协商", "fee-first"),
        ("先交３０００元服务費，再幫你跟銀行協商", "fee-first"),
        ("先 交 3000 服 务 费 再跟银行协商", "fee-first"),
        ("停*息*挂*账，➕V信", "debt-service"),
        ("電話卡寄給我們", "sim-card"),
        ("verification code: send it to me", "codes"),
        ("Pay an up\u200bfront fee and your debts are settled", "fee-first"),
        ("请把短信验证码 tell me 一下, 發給我", "codes"),
    ],
)
def test_spelling_hides_nothing(text: str, sign: str):
    assert sign in signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "我行不会向您索要验证码",
        "请勿把验证码告诉任何人",
        "凡是先交解冻费才放款的，都是诈骗",
        "We will never ask you to send us a verification code.",
        "Anyone who wants an upfront fee for your debts is a scammer.",
        "警惕不法中介：先收服务费、伪造病历、停息挂账，受害人上当后人财两空",
    ],
)
def test_what_turns_a_sign_round(text: str):
    assert signs(text) == set()


def test_a_warning_that_invites_is_no_warning():
    assert "debt-service" in signs("骗子多，谨防上当！我们正规团队停息挂账，加微信咨询")


def test_a_loud_sign_counts_in_a_warning_until_the_text_refutes_it():
    text = "小心上当，这是骗局：不要告诉任何人。"
    assert toy(text) == {"talk-to-nobody"}
    assert toy(text + "玩具警察提醒。") == set()
    assert toy("小心上当，这是骗局：先交一枚金币。") == set()


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("把你的贝壳给我", []),  # the words in the other order are no pattern
        ("给我三个贝壳", ["给我三个贝壳"]),
        ("玩具柜台：给我三个贝壳", []),
        ("从不给我贝壳", []),
        ("Please hand over the shells.", ["hand over the shells"]),
        ("给我贝壳，先交一枚金币", []),  # a sign was found
        ("小心上当，这是骗局：给我贝壳", []),  # reads as a warning
    ],
)
def test_what_a_message_asks_for(text: str, wants: list[str]):
    assert [words for one in read_message(text, TOY).wants for words in one.words] == wants


def test_words_are_the_messages_own_and_few():
    (one,) = read_message("先交  2枚 金币。" * 9, TOY).found
    assert one.words == ("先交 2枚 金币",)


def test_signs_come_in_the_packs_order_each_once():
    text = "把验证码发给我，先交定金500，停息挂账，加微信，定金500转过来"
    found = [one.sign.id for one in read_message(text, RULES).found]
    assert found == [one.id for one in RULES.signs if one.id in found]
    assert len(found) == len(set(found)) >= 3


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("【某某法院】您的案件定于周五开庭", "court"),
        ("我是人民调解委员会的调解员", "mediator"),
        ("您的信用卡本期账单已出，最低还款额500元", "lender"),
        ("我司受银行委托，就您逾期的欠款通知您", "collector"),
        ("债权转让通知：债权已依法转让给某某资产管理有限公司", "buyer"),
        ("某某律师事务所 律师函", "lawyer"),
        ("我是派出所民警", "police"),
        ("The hearing at the district court is on Friday", "court"),
        ("Your debt has been assigned: notice of assignment", "buyer"),
    ],
)
def test_whom_a_message_names(text: str, sender: str):
    assert sender in read_message(text, RULES).senders


def test_the_same_message_is_read_the_same():
    text = "先交定金500，停息挂账，加微信"
    assert read_message(text, RULES) == read_message(text, RULES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "trap-empty"),
        (" \n\t", "trap-empty"),
        ("？！……", "trap-empty"),
        ("好" * (LETTERS_MAX + 1), "trap-long"),
        ("\ufffd\ufffd好\ufffd", "trap-unreadable"),
        ("\x00\x01\x02ab", "trap-unreadable"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, code: str):
    (finding,) = unread(text)
    assert (finding.code, finding.level, finding.place.path) == (code, "stop", "text")


@pytest.mark.parametrize("text", ["好", "a", "好" * LETTERS_MAX, "one\ntwo\r\n", "\ufffd" + "好" * 9])
def test_what_can_be_read_is_read(text: str):
    assert unread(text) == ()
