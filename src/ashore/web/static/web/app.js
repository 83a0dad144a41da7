// Every page works without this file; it takes the token to its field, leaves quickly, and answers sliders at once.
"use strict";

const start = document.getElementById("start");
if (start && location.hash.length > 1) {
  document.getElementById("token").value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  start.requestSubmit();
}

const away = document.getElementById("away");
// Times count from the page's own beginning: one press right after it came must not pass for a second one.
let escaped = -Infinity;
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

// What takes its time comes into its place when it is there; the link in that place leads to the same without this file.
const bring = async (place, address) => {
  place.setAttribute("aria-busy", "true");
  const reply = await fetch(address);
  place.removeAttribute("aria-busy");
  if (reply.redirected) { location.reload(); }
  if (reply.redirected || !reply.ok) { return; }
  place.innerHTML = await reply.text();
  document.getElementById("told").textContent = place.dataset.done;
};
for (const place of document.querySelectorAll("[data-fetch]")) {
  bring(place, place.dataset.fetch).catch(() => undefined);
}

// What a form asks for comes into its place, way after way; a newer question ends an older one.
const asking = (form, place, ways, after = () => undefined) => {
  let asked = new AbortController();
  const ask = async () => {
    asked.abort();
    const mine = asked = new AbortController();
    place.setAttribute("aria-busy", "true");
    for (const way of ways) {
      const query = new URLSearchParams(new FormData(form));
      query.set("alone", "1");
      query.set(way, "1");
      const reply = await fetch(`${form.action}?${query}`, { signal: mine.signal });
      if (reply.redirected || !reply.ok) { location.reload(); return; }
      place.innerHTML = await reply.text();
    }
    place.removeAttribute("aria-busy");
    after();
  };
  return () => ask().catch((error) => {
    if (error.name === "AbortError") { return; }
    place.removeAttribute("aria-busy");
    place.textContent = form.dataset.failed;
    after();
  });
};

const form = document.getElementById("if");
if (form) {
  // First what becomes of the plan as it is, which is there at once; then the best plan for it.
  const answered = asking(form, document.getElementById("if-answer"), ["quick", "whole"]);
  const signed = (value) => `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${Math.abs(value)}%`;
  let moved = 0;
  for (const slider of form.querySelectorAll("input[type=range]")) {
    slider.addEventListener("input", () => { document.getElementById(`${slider.id}-now`).textContent = signed(slider.value); });
    slider.addEventListener("change", () => { clearTimeout(moved); moved = setTimeout(answered, 150); });
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); answered(); });
}

const turn = document.querySelector("form[data-turn]");
if (turn) {
  const place = document.getElementById(turn.dataset.turn);
  // Of all that changes, one figure is read aloud.
  const aloud = () => {
    const told = place.querySelector("[data-told]")?.dataset.told ?? place.textContent;
    document.getElementById("told").textContent = told;
  };
  const answered = asking(turn, place, ["turned"], aloud);
  let moved = 0;
  turn.addEventListener("input", () => { clearTimeout(moved); moved = setTimeout(answered, 150); });
  turn.addEventListener("submit", (event) => { event.preventDefault(); answered(); });
}

// A large photo is made smaller before it is sent; where that fails, it is sent as it is, and the program says what it takes.
const SIDE = 1600;
const LARGE = 1 << 20;
const smaller = async (given) => {
  const image = await createImageBitmap(given);
  const part = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * part)));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.85); });
};
const photo = document.getElementById("photo");
photo?.addEventListener("change", async () => {
  const [given] = photo.files;
  if (!given || given.size < LARGE) { return; }
  const made = await smaller(given).catch(() => null);
  if (!made || made.size >= given.size || photo.files[0] !== given) { return; }
  const box = new DataTransfer();
  box.items.add(new File([made], "photo.jpg", { type: made.type }));
  photo.files = box.files;
});
