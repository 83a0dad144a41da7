// Every page works without this file; it takes the token to its field, leaves quickly, and answers sliders at once.
"use strict";

const start = document.getElementById("start");
if (start && location.hash.length > 1) {
  document.getElementById("token").value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  start.requestSubmit();
}

const away = document.getElementById("away");
let escaped = 0;
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !away) { return; }
  if (event.timeStamp - escaped < 800) { away.requestSubmit(); }
  escaped = event.timeStamp;
});
away?.addEventListener("submit", (event) => {
  // The page is replaced at once, whatever the program is busy with, so that the back key does not bring it back.
  event.preventDefault();
  document.documentElement.hidden = true;
  fetch(away.action, { method: "POST", body: new FormData(away), keepalive: true }).catch(() => undefined);
  location.replace(away.action);
});

document.querySelector("[data-print]")?.addEventListener("click", () => print());

const form = document.getElementById("if");
if (form) {
  const answer = document.getElementById("if-answer");
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    answer.setAttribute("aria-busy", "true");
    const query = new URLSearchParams(new FormData(form));
    query.set("alone", "1");
    const reply = await fetch(`${form.action}?${query}`);
    if (mine !== asked) { return; }
    answer.removeAttribute("aria-busy");
    if (reply.redirected || !reply.ok) { location.reload(); return; }
    answer.innerHTML = await reply.text();
  };
  const signed = (value) => `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${Math.abs(value)}%`;
  for (const slider of form.querySelectorAll("input[type=range]")) {
    slider.addEventListener("input", () => { document.getElementById(`${slider.id}-now`).textContent = signed(slider.value); });
    slider.addEventListener("change", ask);
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
}
