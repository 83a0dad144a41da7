"""The questionnaires stand as published, each with its notice; nothing said about a sum names an illness."""

import re

import pytest

from ashore.packs.pack import load_pack

LEAD = "在过去的两周里,您有多少时候受到以下任何问题的困扰?"
ANSWERS_ZH = ["完全不会", "好几天", "一半以上的天数", "几乎每天"]
ANSWERS_EN = ["Not at all", "Several days", "More than half the days", "Nearly every day"]
ZH = {
    "phq-9": """做事时提不起劲或没有兴趣
感到心情低落、沮丧或绝望
入睡困难、睡不安稳或睡眠过多
感觉疲倦或没有活力
食欲不振或吃太多
觉得自己很糟——或觉得自己很失败,或让自己或家人失望
对事物专注有困难,例如阅读报纸或看电视时
动作或说话速度缓慢到别人已经察觉?或正好相反——烦躁或坐立不安、动来动去的情况更胜于平常
有不如死掉或用某种方式伤害自己的念头""",
    "gad-7": """感觉紧张、焦虑或急切
不能够停止或控制担忧
对各种各样的事情担忧过多
很难放松下来
由于不安而无法静坐
变得容易烦恼或急躁
感到似乎将有可怕的事情发生而害怕""",
}
"""As recorded, with the commas of a plain text: a page sets Chinese ones."""
EN = {
    "phq-9": """Little interest or pleasure in doing things
Feeling down, depressed, or hopeless
Trouble falling or staying asleep, or sleeping too much
Feeling tired or having little energy
Poor appetite or overeating
Feeling bad about yourself — or that you are a failure or have let yourself or your family down
Trouble concentrating on things, such as reading the newspaper or watching television
Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless \
that you have been moving around a lot more than usual
Thoughts that you would be better off dead or of hurting yourself in some way""",
    "gad-7": """Feeling nervous, anxious or on edge
Not being able to stop or control worrying
Worrying too much about different things
Trouble relaxing
Being so restless that it is hard to sit still
Becoming easily annoyed or irritable
Feeling afraid as if something awful might happen""",
}
NOTICE = (
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational "
    "grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
)
NAMES = ("phq-9", "gad-7", "phq-4")
ILLNESS = re.compile(
    "抑郁|焦虑症|障碍|轻度|中度|重度|正常|危险|depress|anxiety|disorder|mild|moderate|severe|minimal|normal|risk|safe",
    re.IGNORECASE,
)


def form(name):
    """Return a questionnaire of the pack."""
    return load_pack("cn").screeners[name]


def plain(text):
    """Return Chinese with the commas and question marks of a plain text."""
    return text.translate({0xFF0C: ",", 0xFF1F: "?"})


@pytest.mark.parametrize("name", ["phq-9", "gad-7"])
def test_each_item_is_worded_as_recorded(name):
    one = form(name)
    assert [plain(item["zh"]) for item in one.items] == ZH[name].splitlines()
    assert [item["en"] for item in one.items] == EN[name].splitlines()


def test_the_shortest_has_the_first_two_of_each_of_the_others():
    items = form("phq-4").items
    assert items == (*form("gad-7").items[:2], *form("phq-9").items[:2])


@pytest.mark.parametrize("name", NAMES)
def test_lead_answers_notice_and_origin_stand_with_each(name):
    one = form(name)
    assert plain(one.lead["zh"]) == LEAD
    assert one.lead["en"].startswith("Over the last 2 weeks, how often have you been bothered by")
    assert [words["zh"] for words in one.answers] == ANSWERS_ZH
    assert [words["en"] for words in one.answers] == ANSWERS_EN
    assert one.notice == NOTICE
    assert one.provenance["zh"] == "常用中文版，出处未经核对。"
    assert one.citation
    assert one.evidence


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_a_sum_names_no_illness_and_no_safety(name):
    said = [text for one in form(name).bands for text in one.says.values()]
    assert not [text for text in said if ILLNESS.search(text)]


def test_only_one_item_leads_to_help_and_it_is_the_ninth():
    assert {name: form(name).help_item for name in NAMES} == {"phq-9": 8, "gad-7": None, "phq-4": None}


def test_noise_has_a_source_or_is_not_there():
    noise = {name: form(name).noise for name in NAMES}
    known = {name: (one.points, one.evidence.source.title) for name, one in noise.items() if one}
    assert {name: points for name, (points, _) in known.items()} == {"phq-9": 5, "gad-7": 6}
    assert "Med Care 2004" in known["phq-9"][1]
    assert "10.5964/pch.v8i1.309" in known["gad-7"][1]
