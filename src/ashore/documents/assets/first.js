(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var sections = { zh: document.getElementById("zh"), en: document.getElementById("en") };
  var switcher = document.querySelector(".switch");
  var helpLink = document.querySelector(".to-help");
  var barTitle = document.querySelector(".bar p");
  var language = "zh";
  var answers, received, sums, at;

  // What the tables decide: the same reading as ashore.planning.triage.

  function holds(when, state) {
    return Object.keys(when).every(function (question) { return when[question].indexOf(state[question]) >= 0; });
  }

  function pick(rules, state, limit) {
    var topics = {};
    var chosen = rules.filter(function (rule) {
      if (topics[rule.topic] || !holds(rule.when, state)) { return false; }
      topics[rule.topic] = true;
      return true;
    });
    return limit === undefined ? chosen : chosen.slice(0, limit);
  }

  function isoDay(moment) {
    return new Date(moment).toISOString().slice(0, 10);
  }

  function today() {
    var now = new Date();
    return isoDay(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  }

  function daysAfter(day, days) {
    return isoDay(Date.parse(day) + days * 86400000);
  }

  function answerUntil() {
    if (!asksForDay() || !received || received > today()) { return ""; }
    return daysAfter(received, data.answer_days);
  }

  function liableWord() {
    var chosen = answers.liable;
    if (!chosen || !chosen.length) { return "unknown"; }
    return chosen.length === 1 ? chosen[0] : "several";
  }

  function stateOf(until) {
    return {
      safe: answers.safe || "unknown", paper: answers.paper || "unknown",
      deadline: !until ? "undated" : until >= today() ? "open" : "passed",
      debit: answers.debit || "unknown", asked: answers.asked || "unknown",
      liable: liableWord(), current: answers.current || "unknown"
    };
  }

  function fenOf(text) {
    var plain = text.normalize("NFKC").replace(/[\u00a5\u5143, ]/g, "");
    if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) { return null; }
    var parts = plain.split(".");
    return Number(parts[0]) * 100 + Number(((parts[1] || "") + "00").slice(0, 2));
  }

  function roughSum() {
    var fen = data.sums.map(function (name) { return fenOf(sums[name] || ""); });
    if (fen.some(function (sum) { return sum === null; })) { return null; }
    var gap = fen[1] + fen[2] - fen[0];
    var about = Math.floor((2 * Math.abs(gap) + data.rough_step) / (2 * data.rough_step)) * data.rough_step;
    var rule = pick(data.tables.figures, {
      gap: about === 0 ? "even" : gap > 0 ? "short" : "spare", living: fen[0] < fen[1] ? "short" : "covered"
    })[0];
    return { say: rule.say, facts: { about_fen: yuan(about) } };
  }

  // Words.

  function yuan(fen) {
    return "\u00a5" + String(fen / 100).replace(/\B(?=(\d{3})+$)/g, ",");
  }

  function dayText(day) {
    var parts = day.split("-").map(Number);
    return say("first-page-day", {
      year: parts[0], month: data.months[language][parts[1] - 1], day: parts[2]
    });
  }

  function say(code, facts) {
    return data.texts[language][code].replace(/\{(\w+)\}/g, function (_, name) {
      return facts && name in facts ? facts[name] : data.facts[name];
    });
  }

  // The card.

  function make(tag, text, children, attributes) {
    var element = document.createElement(tag);
    if (text) { element.textContent = text; }
    (children || []).forEach(function (child) { if (child) { element.appendChild(child); } });
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    return element;
  }

  function classed(tag, name, text, children) {
    return make(tag, text, children, { "class": name });
  }

  function stepItem(rule, facts, short) {
    return make("li", "", [
      make("b", say(rule.say, facts)), short ? null : make("p", say(rule.say + "-how", facts))
    ]);
  }

  function helpItem(line) {
    var old = daysAfter(line.checked_on, data.check_again_after) < today();
    var checked = say(old ? "first-checked-stale" : "first-checked", { checked: dayText(line.checked_on) });
    return make("li", "", [make("a", "", [
      make("b", line.number), document.createTextNode(" "), make("span", line.names[language]),
      make("small", line.hours[language] + " \u00b7 " + checked)
    ], { href: "tel:" + line.number.replace(/-/g, "") })]);
  }

  function helpBlock(kinds) {
    var lines = kinds.map(function (rule) {
      return data.lines.filter(function (line) { return line.kind === rule.say; })[0];
    }).filter(Boolean);
    return [
      make("h2", say("first-head-help"), [], { id: "help-" + language }),
      classed("ul", "help", "", lines.map(helpItem))
    ];
  }

  function sourceTitle(source) {
    var title = (language === "en" && source.title_en) || source.title;
    return source.review_by < today() ? say("first-about-stale", { name: title }) : title;
  }

  function sources(rules) {
    var days = {}, seen = {}, code = "first-about-sources";
    rules.forEach(function (rule) {
      rule.facts.forEach(function (id) {
        var source = data.sources[id], title = sourceTitle(source);
        if (language === "en" && source.title_en) {
          code = "first-about-sources-translated";
        }
        if (!seen[title]) {
          seen[title] = true;
          (days[source.seen_on] = days[source.seen_on] || []).push(title);
        }
      });
    });
    return Object.keys(days).sort().map(function (day) {
      return make("p", say(code, { seen: dayText(day), sources: days[day].join(say("first-about-between")) }));
    });
  }

  function cardParts() {
    var until = answerUntil(), state = stateOf(until), facts = { until: until && dayText(until) };
    var limits = data.tables.limits.filter(function (row) { return holds(row.when, state); })[0];
    var steps = pick(data.tables.today, state, limits.today), avoid = pick(data.tables.avoid, state, limits.avoid);
    var tonight = pick(data.tables.tonight, state), phone = pick(data.tables.phone, state), rough = roughSum();
    var help = helpBlock(pick(data.tables.help, state, limits.help));
    function paragraph(rule) { return make("p", say(rule.say, facts)); }
    var body = [
      classed("ol", "today", "", steps.map(function (rule) { return stepItem(rule, facts, limits.short); })),
      make("h2", say("first-head-avoid")),
      classed("ul", "avoid", "", avoid.map(function (rule) { return make("li", say(rule.say, facts)); })),
      make("h2", say("first-head-phone")), classed("blockquote", "phone", say(phone[0].say))
    ].concat(phone.slice(1).map(function (rule) { return classed("p", "never", say(rule.say)); }));
    return [].concat(
      tonight.length ? [classed("div", "tonight", "", tonight.map(paragraph))] : [],
      limits.short ? help.concat([
        button("first-page-safer", "safer", safer),
        classed("details", "later", "", [make("summary", say("first-head-later"))].concat(body))
      ]) : [make("h2", say("first-head-today"))].concat(body, help),
      rough ? [classed("p", "rough", say(rough.say, rough.facts))] : [],
      [classed("p", "last", say("first-last"))],
      [classed("div", "about", "", [make("h2", say("first-about"))].concat(
        sources(steps.concat(avoid)), [make("p", say("first-about-not")), make("p", say("first-about-free"))]
      ))]
    );
  }

  // The questions.

  function button(code, name, act) {
    var element = classed("button", name, say(code));
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function stopped() {
    return Object.keys(data.stops).some(function (key) { return answers[key] === data.stops[key]; });
  }

  function asksForDay() {
    return Object.keys(data.asks_for_a_day).some(function (key) { return answers[key] === data.asks_for_a_day[key]; });
  }

  function safer() {
    Object.keys(data.stops).forEach(function (key) { delete answers[key]; });
    go(1);
  }

  function go(step) {
    at = step;
    draw();
    var heading = sections[language].querySelector(".ask .question");
    if (heading) { heading.focus(); }
  }

  function choose(question, word) {
    if (!question.several) {
      answers[question.key] = word;
      if (question.key in data.asks_for_a_day && asksForDay()) { draw(); focusDay(); return; }
      go(at + 1);
      return;
    }
    var chosen = answers[question.key] || [], none = word === data.no_one;
    if (chosen.indexOf(word) >= 0) {
      chosen = chosen.filter(function (other) { return other !== word; });
    } else {
      chosen = none ? [word] : chosen.filter(function (other) { return other !== data.no_one; }).concat([word]);
    }
    answers[question.key] = chosen;
    draw();
    sections[language].querySelector('.ask [data-word="' + word + '"]').focus();
  }

  function focusDay() {
    sections[language].querySelector(".ask input").focus();
  }

  function answerButton(question, word) {
    var element = button("first-a-" + question.key + "-" + word, "answer", function () { choose(question, word); });
    var pressed = question.several ? (answers[question.key] || []).indexOf(word) >= 0 : answers[question.key] === word;
    element.setAttribute("aria-pressed", String(pressed));
    element.setAttribute("data-word", word);
    return element;
  }

  function dayField() {
    var input = make("input", "", [], { type: "date", max: today(), autocomplete: "off" });
    var note = make("p", "", [], { "class": "note", role: "status" });
    input.value = received;
    input.addEventListener("change", function () {
      received = input.value;
      note.textContent = received > today() ? say("first-day-later") : "";
      drawCard();
    });
    return classed("div", "day", "", [
      make("label", say("first-q-paper-day"), [input]), classed("p", "hint", say("first-q-paper-day-hint")), note
    ]);
  }

  function skip(question) {
    delete answers[question.key];
    go(at + 1);
  }

  function questionPanel(question) {
    var key = "first-q-" + question.key, answered = answers[question.key] && answers[question.key].length;
    var waits = question.several || (question.key in data.asks_for_a_day && asksForDay());
    var legend = make("legend", say(key), [], { "class": "question", tabindex: "-1" });
    return [
      classed("p", "step", say("first-page-step", { step: at + 1, steps: data.questions.length })),
      make("fieldset", "", [legend, classed("p", "hint", say(key + "-hint"))].concat(
        question.words.map(function (word) { return answerButton(question, word); })
      )),
      question.key in data.asks_for_a_day && asksForDay() ? dayField() : null,
      classed("div", "moves", "", [
        at ? button("first-page-back", "back", function () { go(at - 1); }) : null,
        waits && answered ? button("first-page-next", "main", function () { go(at + 1); })
          : button("first-page-skip", "skip", function () { skip(question); })
      ])
    ];
  }

  function donePanel() {
    return [
      make("p", say("first-page-done"), [], { "class": "question", tabindex: "-1" }),
      classed("div", "moves", "", [
        button("first-page-back", "back", function () { go(at - 1); }), button("first-page-again", "again", again)
      ])
    ];
  }

  function again() {
    reset();
    go(0);
  }

  function figuresPanel() {
    var note = make("p", "", [], { "class": "note", role: "status" });
    var fields = data.sums.map(function (name) {
      var input = make("input", "", [], { type: "text", inputmode: "decimal", autocomplete: "off" });
      input.value = sums[name] || "";
      input.addEventListener("input", function () {
        sums[name] = input.value;
        var rough = roughSum();
        var unclear = input.value !== "" && fenOf(input.value) === null;
        note.textContent = unclear ? say("first-amount-unclear") : rough ? say(rough.say, rough.facts) : "";
        drawCard();
      });
      return make("label", say("first-q-" + name.replace("_", "-")), [input]);
    });
    return [make("summary", say("first-q-rough"))].concat(fields, [note]);
  }

  // Drawing.

  function fill(element, children) {
    element.textContent = "";
    children.forEach(function (child) { if (child) { element.appendChild(child); } });
  }

  function drawCard() {
    fill(sections[language].querySelector(".card"), cardParts());
  }

  function draw() {
    var section = sections[language], ask = section.querySelector(".ask"), figures = section.querySelector(".figures");
    drawCard();
    section.querySelector(".said").textContent = at ? say("first-page-changed") : "";
    ask.hidden = figures.hidden = stopped();
    fill(ask, at < data.questions.length ? questionPanel(data.questions[at]) : donePanel());
    if (stopped()) { section.querySelector(".card").focus(); }
  }

  function reset() {
    answers = {};
    received = "";
    sums = {};
    at = 0;
    Object.keys(sections).forEach(function (name) { prepare(name); });
  }

  function prepare(name) {
    var kept = language;
    language = name;
    fill(sections[name].querySelector(".figures"), figuresPanel());
    language = kept;
  }

  function show(name) {
    language = name;
    Object.keys(sections).forEach(function (other) { sections[other].hidden = other !== name; });
    document.documentElement.lang = sections[name].lang;
    document.title = barTitle.textContent = say("first-page-title");
    helpLink.textContent = say("first-page-help");
    helpLink.href = "#help-" + name;
    switcher.textContent = data.texts[name === "zh" ? "en" : "zh"]["first-page-language"];
    switcher.lang = name === "zh" ? "en" : "zh-Hans";
    prepare(name);
    draw();
  }

  switcher.setAttribute("role", "button");
  switcher.addEventListener("click", function (event) {
    event.preventDefault();
    show(language === "zh" ? "en" : "zh");
  });
  Object.keys(sections).forEach(function (name) {
    var print = sections[name].querySelector(".print");
    print.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  });
  reset();
  show("zh");
}());
