"""What is asked of every page in a browser: it fits, it can be read, it goes to paper."""

from typing import Final

OPEN_ALL: Final = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
TOO_WIDE: Final = """
() => Array.from(document.querySelectorAll("body *"))
  .filter((one) => !one.closest(".scroll, svg, thead") && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))
"""
LOW_CONTRAST: Final = """
() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parts(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) { return color; }
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility()) { continue; }
    const style = getComputedStyle(element);
    const ink = element.closest("svg") ? style.fill : style.color;
    const pair = [light(parts(ink)), light(ground(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) { found.push([element.textContent, ratio]); }
  }
  return found;
}
"""
"""Texts with less contrast to what they stand on than WCAG AA asks of small print."""
