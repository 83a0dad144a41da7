"""The page in a browser: it decides as the command line does, asks the network for nothing, and is easy to use."""

import json
from collections.abc import Iterator
from itertools import combinations, product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from ashore.documents.first_page import first_page
from ashore.documents.first_words import about_messages, checked_text
from ashore.errors import Message
from ashore.packs.first import first_of_kind
from ashore.planning.triage import Answers, Card, first_card
from ashore.texts import Language, say
from browser_checks import LOW_CONTRAST
from first.cases import KNOWN, PACK, SHORT, TODAY, all_answers
from needs import needs

CHROMIUM = "chromium"
pytestmark = needs(CHROMIUM, "the page is tried in a browser")

EVERY = 37
"""Of all combinations every 37th is tried: every two answers meet in one of them."""
SOME = list(all_answers())[::EVERY]
BATCH = 200
LOOKED_AT = {(320, "dark"), (390, "light"), (1280, "light")}
"""A phone by night, one by day, a desk; the rest in the long test."""
CLICK_THROUGH = """
([language, all]) => all.map((answers) => {
  const section = document.getElementById(language);
  const click = (selector) => section.querySelector(".ask " + selector).click();
  const card = section.querySelector(".card");
  const texts = (selector) => Array.from(card.querySelectorAll(selector), (element) => element.textContent);
  for (const [key, value] of answers) {
    if (value === null) { click(".skip"); continue; }
    if (key === "liable") { value.forEach((word) => click(`[data-word="${word}"]`)); click(".main"); continue; }
    click(`[data-word="${key === "paper" ? value[0] : value}"]`);
    if (key === "safe" && value === "no") { break; }
    if (key === "paper" && value[0] === "court") {
      const input = section.querySelector(".ask .day input");
      input.value = value[1] || "";
      input.dispatchEvent(new Event("change"));
      click(".main");
    }
  }
  const found = {
    tonight: texts(".tonight p"), titles: texts(".today b"), details: texts(".today p"), avoid: texts(".avoid li"),
    phone: texts(".phone, .never"), calls: texts(".help b"), notes: texts(".help small"), rough: texts(".rough"),
    last: texts(".last"), about: texts(".about p")
  };
  const again = section.querySelector(".ask .again") || section.querySelector(".card .safer");
  again.click();
  if (again.className === "safer") { while (section.querySelector(".ask .back")) { click(".back"); } }
  return found;
})
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            channel=None, executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the page's address as a file."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(first_page(PACK, TODAY), encoding="utf-8")
    return path.as_uri()


class Watched:
    """A page with its clock on TODAY, every request and every complaint noted."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        """Open the page with the network cut."""
        context.set_offline(offline=True)
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", self._note)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00")
        self.page.goto(address)

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Watched]:
    """Return the page opened on a phone of 320 points."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="zh-CN")
    yield Watched(context, address)
    context.close()


def sequence(answers: Answers) -> list[tuple[str, object]]:
    """Return the answers question by question, as the page is told them."""
    day = answers.paper_received_on
    liable = None if answers.liable is None else sorted(answers.liable) or ["none"]
    return [
        ("safe", answers.safe),
        ("paper", answers.paper and (answers.paper, day and day.isoformat())),
        ("debit", answers.debit),
        ("asked", answers.asked),
        ("liable", liable),
        ("current", answers.current),
    ]


def expected(card: Card, language: Language) -> dict[str, list[str]]:
    """Return what the page must show for a card."""
    lines = [first_of_kind(PACK)[kind] for kind in card.help_kinds]

    def texts(messages) -> list[str]:
        return [say(message, language) for message in messages]

    return {
        "tonight": texts(card.tonight),
        "titles": texts(step.title for step in card.today),
        "details": [] if card.short else texts(step.detail for step in card.today),
        "avoid": texts(card.avoid),
        "phone": texts(card.phone),
        "calls": [line.number for line in lines],
        "notes": [f"{line.hours[language]} · {checked_text(line, TODAY, language)}" for line in lines],
        "rough": texts([card.rough] if card.rough else []),
        "last": texts([Message("first-last")]),
        "about": texts(about_messages(card.fact_ids, PACK, TODAY, language, joined=False)),
    }


def in_the_page(answers: Answers) -> Answers:
    """Return the answers that the page comes to know: after an unsafe tonight it asks no more."""
    return Answers(safe="no") if answers.safe == "no" else answers


def decide_alike(opened: Watched, language: Language, tried: list[Answers]) -> None:
    """Tap every answer of each combination in the page, and compare all it shows with the product's own card.

    The page is not drawn meanwhile: it decides the same, in a fraction of the time.
    """
    if language == "en":
        opened.page.locator(".switch").click()
    opened.page.evaluate("document.body.style.display = 'none'")
    for start in range(0, len(tried), BATCH):
        batch = tried[start : start + BATCH]
        found = opened.page.evaluate(CLICK_THROUGH, [language, [sequence(answers) for answers in batch]])
        for answers, shown in zip(batch, found, strict=True):
            assert shown == expected(first_card(in_the_page(answers), KNOWN, TODAY), language), answers
    assert opened.complaints == []
    assert opened.requests[1:] == [], "only the page itself was asked for"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_and_the_command_line_decide_alike(opened: Watched, language: Language):
    decide_alike(opened, language, SOME)


@pytest.mark.long
@pytest.mark.parametrize(("language", "part"), [("zh", 0), ("en", 1)])
def test_they_decide_alike_on_every_combination(opened: Watched, language: Language, part: int):
    """Every combination, one language after the other: questions have odd counts of answers, so all meet both."""
    decide_alike(opened, language, list(all_answers())[part::2])


def test_some_meet_in_every_pair():
    rows = [[json.dumps(item) for item in sequence(answers)] for answers in SOME if answers.safe != "no"]
    met = {(one, other) for row in rows for one, other in combinations(row, 2)}
    by_question = [sorted(set(column)) for column in zip(*rows, strict=True)]
    assert [len(values) for values in by_question] == [2, 9, 3, 3, 9, 3]
    assert met == {pair for one, other in combinations(by_question, 2) for pair in product(one, other)}


def test_nothing_answered_shows_the_card(opened: Watched):
    card = opened.page.locator("#zh .card")
    for step in first_card(Answers(), KNOWN, TODAY).today:
        assert say(step.title, "zh") in card.inner_text()


def tap(page: Page, word: str) -> None:
    """Tap a button on the page by its words."""
    page.locator("section:not([hidden])").get_by_role("button", name=word, exact=True).click()


def test_a_rough_sum_is_counted_in_the_page(opened: Watched):
    page = opened.page
    page.locator("#zh .figures summary").click()
    for place, text in enumerate(["８,000", "¥5000.00", "6300 元"]):
        page.locator("#zh .figures input").nth(place).fill(text)
    card = first_card(Answers(), KNOWN, TODAY, SHORT)
    assert card.rough is not None
    assert page.locator("#zh .card .rough").inner_text() == say(card.rough, "zh")
    page.locator(".switch").click()
    assert page.locator("#en .card .rough").inner_text() == say(card.rough, "en")
    page.locator("#en .figures summary").click()
    page.locator("#en .figures input").nth(2).fill("lots")
    assert page.locator("#en .card .rough").count() == 0
    assert page.locator("#en .figures .note").inner_text() == say(Message("first-amount-unclear"), "en")


def test_a_day_still_to_come_counts_nothing_and_says_so(opened: Watched):
    tap(opened.page, "安全")
    tap(opened.page, "法院的")
    opened.page.locator("#zh .day input").fill("2026-11-24")
    assert opened.page.locator("#zh .day .note").inner_text() == say(Message("first-day-later"), "zh")
    assert "今天先弄清哪天收到的" in opened.page.locator("#zh .card").inner_text()
    opened.page.locator("#zh .day input").fill("2026-11-20")
    assert "2026年12月5日" in opened.page.locator("#zh .card").inner_text()


def test_time_passes_in_an_opened_page(opened: Watched, address: str):
    opened.page.clock.set_fixed_time("2027-06-01T12:00:00")
    opened.page.goto(address)
    text = opened.page.locator("#zh .card").inner_text()
    assert "该再查了" in text
    assert "该再核对了" in text


def test_an_unsafe_tonight_stands_alone_until_the_person_goes_on(opened: Watched):
    page = opened.page
    tap(page, "不安全，或者说不准")
    assert page.locator("#zh .ask").is_hidden()
    assert page.locator("#zh .figures").is_hidden()
    assert page.locator("#zh .card .tonight").is_visible()
    assert page.locator("#zh .card .help a").count() == 3
    assert not page.locator("#zh .card .today").is_visible(), "the rest is folded away"
    assert page.evaluate("document.activeElement.className") == "card"
    tap(page, "我现在安全一些了，接着看")
    assert page.locator("#zh .ask .question").is_visible()
    assert page.locator("#zh .card .help a").count() == 3, "help stays"


def test_keys_alone_answer_every_question(opened: Watched):
    page = opened.page
    questions: list[str] = []
    for _ in range(6):
        questions.append(page.locator("#zh .ask .question").inner_text())
        if len(questions) > 1:
            assert page.evaluate("document.activeElement.textContent") == questions[-1], (
                "focus goes with the question"
            )
        page.locator("#zh .ask .skip").focus()
        page.keyboard.press("Enter")
    assert len(set(questions)) == 6
    assert "问完了" in page.locator("#zh .ask").inner_text()


def test_the_language_changes_for_readers_and_readers_aloud(opened: Watched):
    page = opened.page
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    page.locator(".switch").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == "Household book"
    assert page.locator("#zh").is_hidden()
    assert page.locator(".to-help").get_attribute("href") == "#help-en"


def test_an_answer_given_in_one_language_holds_in_the_other(opened: Watched):
    tap(opened.page, "安全")
    tap(opened.page, "法院的")
    opened.page.locator(".switch").click()
    assert "The court paper" in opened.page.locator("#en .card").inner_text()


def test_nothing_is_kept(opened: Watched, browser: Browser, address: str):
    page = opened.page
    tap(page, "安全")
    tap(page, "法院的")
    page.locator("#zh .day input").fill("2026-11-20")
    kept = page.evaluate(
        "async () => [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage), "
        "(await indexedDB.databases()).length, location.search + location.hash, history.length]"
    )
    assert kept[:5] == ["", [], [], 0, ""]
    page.reload()
    assert (
        say(first_card(Answers(), KNOWN, TODAY).today[0].title, "zh")
        in page.locator("#zh .card").inner_text()
    )
    assert page.locator("#zh .ask .back").count() == 0


def test_a_planted_request_is_stopped_and_seen(opened: Watched):
    opened.page.evaluate("() => { const image = new Image(); image.src = 'https://example.org/x.png'; }")
    opened.page.wait_for_timeout(200)
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)
    assert opened.requests[1:] == ["https://example.org/x.png"], "a request, even a stopped one, is noted"


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        pytest.param(width, scheme, marks=() if (width, scheme) in LOOKED_AT else pytest.mark.long)
        for width in (320, 390, 1280)
        for scheme in ("light", "dark")
    ],
)
def test_it_fits_and_can_be_tapped_and_read(browser: Browser, address: str, width: int, scheme):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = Watched(context, address).page
    for language in ("zh", "en"):
        section = page.locator(f"#{language}")
        for details in section.locator("details:visible").all():
            details.evaluate("element => { element.open = true; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            "() => Array.from(document.querySelectorAll('button, a, summary, input'))"
            ".filter((element) => element.offsetParent)"
            ".map((element) => [element.textContent, element.getBoundingClientRect().height])"
            ".filter(([, height]) => height < 44)"
        )
        assert small == []
        assert page.evaluate(LOW_CONTRAST) == []
        page.locator(".switch").click()
    context.close()


def test_without_scripts_it_is_whole(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for language in ("zh", "en"):
        section = page.locator(f"#{language}")
        assert section.locator(".card .today li").count() == 3
        assert section.locator(".card .today li").first.is_visible()
        assert section.locator(".ask").is_hidden()
        assert section.locator(".print").is_hidden()
        assert section.locator("details:visible").count() == 11, "ten questions and what its words mean"
    page.locator(".more summary").first.click()
    assert page.locator(".more details").first.locator("p").first.is_visible()
    context.close()


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_card_prints_on_one_sheet(opened: Watched, language: Language, paper: str):
    if language == "en":
        opened.page.locator(".switch").click()
    answer = opened.page.locator(f"#{language} .ask")
    answer.locator('[data-word="yes"]').click()
    answer.locator('[data-word="court"]').click()
    answer.locator(".day input").fill("2026-11-20")
    answer.locator(".main").click()
    for _ in range(2):
        answer.locator('[data-word="yes"]').click()
    sheet = opened.page.pdf(prefer_css_page_size=True, format=paper)
    assert sheet.count(b"/Type /Page\n") + sheet.count(b"/Type /Page ") + sheet.count(b"/Type/Page/") == 1
    opened.page.emulate_media(media="print")
    assert answer.is_hidden()
    assert opened.page.locator(".bar").is_hidden()
