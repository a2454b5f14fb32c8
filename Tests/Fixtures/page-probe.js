// Looks at the page (the constant `page`) as people meet it, and writes what is wrong with it into <pre id="result">.
// The page's own policy lets no script run in it, so it is looked at from outside, through frames.

const problems = [];

function load(width) {
  const frame = document.createElement("iframe");
  frame.style = `width: ${width}px; height: 900px; border: 0`;
  document.body.append(frame);
  return new Promise((done) => {
    frame.onload = () => done(frame);
    frame.srcdoc = page;
  });
}

const isShown = (element) => element.getClientRects().length > 0;

function checkFilter(doc, say) {
  const boxes = [...doc.querySelectorAll(".filter input")];
  if (boxes.length < 3) say(`only ${boxes.length} boxes in the filter`);
  const shown = (selector) => [...doc.querySelectorAll(selector)].filter(isShown).length;
  const everything = shown(".change");
  for (const box of boxes) {
    const [, kind, name] = box.id.match(/^show-(class|part)-(.*)$/);
    const selector = kind === "class" ? `.change[data-class="${name}"]` : `.part[data-part="${name}"] .change`;
    const some = shown(selector);
    box.click();
    if (some === 0 || shown(selector) !== 0) say(`${box.id} hides nothing`);
    if (shown(".change") !== everything - some) say(`${box.id} hides more than it says`);
    box.click();
    if (shown(".change") !== everything) say(`${box.id} does not bring back what it hid`);
  }
}

function checkKeyboard(doc, view, say) {
  for (const element of doc.querySelectorAll("a[href], input, summary")) {
    if (!isShown(element)) continue;
    if (element.tabIndex !== 0) say(`cannot be reached with Tab: ${element.outerHTML.slice(0, 80)}`);
    element.focus({ focusVisible: true });
    if (doc.activeElement !== element) say(`takes no focus: ${element.outerHTML.slice(0, 80)}`);
    const ring = element.matches(".filter input") ? element.closest("label") : element;
    if (view.getComputedStyle(ring).outlineStyle === "none") say(`shows no focus: ${element.outerHTML.slice(0, 80)}`);
  }
  const skip = doc.querySelector("a");
  skip.focus();
  const box = skip.getBoundingClientRect();
  if (box.left < 0 || box.right > view.innerWidth) say("the first link does not come into view with the focus");
  if (!doc.querySelector(skip.getAttribute("href"))) say("the first link leads nowhere");
  skip.blur();
}

function checkNames(doc, say) {
  for (const input of doc.querySelectorAll("input")) {
    if (input.labels.length !== 1 || !input.labels[0].textContent.trim()) say(`no label: ${input.id}`);
  }
  for (const drawing of doc.querySelectorAll("svg")) {
    if (drawing.getAttribute("role") !== "img" || !drawing.getAttribute("aria-label")) say("a drawing without words");
  }
  if (doc.documentElement.lang !== "en") say("no language");
}

// WCAG 2.2, "relative luminance" and "contrast ratio".
const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function background(element, view) {
  for (let at = element; at; at = at.parentElement) {
    const colour = channels(view.getComputedStyle(at).backgroundColor);
    if (colour.length < 4 || colour[3] === 1) return colour;
    if (colour[3] > 0) return undefined;
  }
  return [255, 255, 255];
}

function checkContrast(doc, view, say) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  let looked = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !isShown(element) || element.closest(".spoken, .skip")) continue;
    const style = view.getComputedStyle(element);
    const ink = channels(element.closest("svg") ? style.fill : style.color);
    const ground = background(element, view);
    if (!ground || style.opacity !== "1") { say(`cannot be measured: ${element.outerHTML.slice(0, 80)}`); continue; }
    const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < (isLarge ? 3 : 4.5)) say(`contrast ${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 100)}`);
    looked += 1;
  }
  if (looked < 100) say(`only ${looked} pieces of text`);
}

(async () => {
  const widths = [390, 1280];
  let scheme = "";
  try {
    for (const width of widths) {
      const frame = await load(width);
      const [doc, view] = [frame.contentDocument, frame.contentWindow];
      const say = (words) => problems.push(`${width}: ${words}`);
      for (const details of doc.querySelectorAll("details")) details.open = true;
      if (doc.documentElement.scrollWidth > width) say(`is ${doc.documentElement.scrollWidth} wide`);
      checkFilter(doc, say);
      checkKeyboard(doc, view, say);
      checkNames(doc, say);
      checkContrast(doc, view, say);
      scheme = luminance(channels(view.getComputedStyle(doc.body).backgroundColor)) < 0.2 ? "dark" : "light";
    }
  } catch (error) {
    problems.push(String(error.stack));
  }
  const found = problems.length ? problems.join("\n") : "no problems";
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = `looked at ${widths.length} widths, ${scheme}: ${found}`;
  document.body.replaceChildren(result);
})();
