// Shows a new state of the queue: cards glide to their new places, the focus stays where it was.

const element = document.getElementById("queue");
const still = matchMedia("(prefers-reduced-motion: reduce)");

function cards() {
  return new Map([...element.querySelectorAll(".card")].map((card) => [card.dataset.id, card]));
}

function facts(card) {
  return {
    code: card.dataset.code,
    question: card.querySelector(".card-question").textContent,
    part: card.dataset.part,
    due: "due" in card.dataset,
    revision: Number(card.dataset.revision),
    top: card.getBoundingClientRect().top,
  };
}

function news(before) {
  const arrived = [];
  const written = [];
  for (const [id, card] of cards()) {
    const now = facts(card);
    const then = before.get(id);
    if (!then && now.part === "waiting") arrived.push(now);
    if (now.due && then && now.revision > then.revision && then.part === "mine") written.push(now);
  }
  return { arrived, written };
}

function glide(before) {
  if (still.matches) return;
  for (const [id, card] of cards()) {
    const then = before.get(id);
    const way = then ? then.top - card.getBoundingClientRect().top : 0;
    const frames = then
      ? { transform: [`translateY(${way}px)`, "none"] }
      : { opacity: [0, 1], transform: ["translateY(-8px)", "none"] };
    if (!then || way) card.animate(frames, { duration: 180, easing: "ease-out" });
  }
}

export function markCurrent() {
  const open = document.querySelector(".file")?.dataset.id;
  for (const [id, card] of cards()) {
    const link = card.querySelector("a");
    if (id === open) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const waiting = element.querySelectorAll(".part-waiting .card").length;
  const name = document.body.dataset.title;
  document.title = waiting ? `(${waiting}) ${name}` : name;
}

export function showQueue(html) {
  const before = new Map([...cards()].map(([id, card]) => [id, facts(card)]));
  const focused = document.activeElement?.closest?.("#queue .card")?.dataset.id;
  element.innerHTML = html;
  markCurrent();
  cards().get(focused)?.querySelector("a").focus({ preventScroll: true });
  glide(before);
  return news(before);
}

// Arrow keys walk through the cards while one of them has the focus.
element.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...element.querySelectorAll(".card a")];
  const at = links.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
});
