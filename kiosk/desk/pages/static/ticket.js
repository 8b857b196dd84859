// The ticket beside the queue: opens without a reload, stays up to date, keeps a draft.

const PART = { "X-Part": "ticket" };
const NO_ANSWER = "The desk did not answer. Nothing you typed is lost; please try again.";
const isTicket = (path) => /^\/tickets\/[0-9a-f-]{36}$/.test(path);

export function setUpTicket(element, { announce, signedOut, changed }) {
  const nothing = document.getElementById("nothing").innerHTML;
  // Goes up whenever another ticket is opened: answers to an earlier one are thrown away.
  let visit = 0;
  let pressing = false;

  const file = () => element.querySelector(".file");
  const reply = () => element.querySelector("[data-reply] textarea");
  const draftKey = () => `draft ${file().dataset.id}`;

  function show(html, { focus = "" } = {}) {
    element.innerHTML = html;
    document.body.classList.toggle("has-ticket", Boolean(file()));
    if (reply()) reply().value = sessionStorage.getItem(draftKey()) ?? "";
    scrollToEnd();
    changed();
    (element.querySelector(focus || "none") ?? element.querySelector("h2"))?.focus();
  }

  function scrollToEnd() {
    const talk = element.querySelector(".talk");
    if (talk && talk.querySelector(".entries li")) talk.scrollTop = talk.scrollHeight;
  }

  // Only what changed is replaced: the field in which a reply is being typed stays as it is.
  function update(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.querySelector(".file");
    const talk = element.querySelector(".talk");
    const atEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
    const unfolded = element.querySelector(".before")?.open;
    const sameActions = fresh.dataset.actions === file().dataset.actions;
    for (const name of [".file-head", ".talk", sameActions ? "" : ".actions"].filter(Boolean)) {
      const [old, now] = [element.querySelector(name), fresh.querySelector(name)];
      if (old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
    }
    Object.assign(file().dataset, fresh.dataset);
    const before = element.querySelector(".before");
    if (before) before.open = unfolded;
    if (!sameActions && reply()) reply().value = sessionStorage.getItem(draftKey()) ?? "";
    if (atEnd) scrollToEnd();
    changed();
  }

  function complain(text) {
    const notice = element.querySelector(".actions [role=alert]");
    if (!notice) {
      announce(text);
      return;
    }
    notice.textContent = text;
    notice.hidden = false;
  }

  async function ask(path, options) {
    try {
      const answer = await fetch(path, { headers: PART, ...options });
      if (answer.status === 401) signedOut();
      return { ok: answer.ok, status: answer.status, text: await answer.text() };
    } catch {
      return { ok: false, status: 0, text: NO_ANSWER };
    }
  }

  async function open(path, { push = true } = {}) {
    const mine = ++visit;
    if (!isTicket(path)) {
      if (push) history.pushState(null, "", path);
      show(nothing);
      return;
    }
    const answer = await ask(path);
    if (mine !== visit) return;
    if (!answer.ok) {
      if (file()) complain(answer.text);
      else location.assign(path);
      return;
    }
    if (push && location.pathname !== path) history.pushState(null, "", path);
    show(answer.text);
  }

  async function refresh() {
    const mine = visit;
    const answer = await ask(`/tickets/${file().dataset.id}`);
    // A button's own answer is newer, and moves the focus: it must not be overtaken.
    if (answer.ok && mine === visit && !pressing) update(answer.text);
  }

  function refreshIfOlder() {
    const open = file();
    const card = open && document.querySelector(`.card[data-id="${open.dataset.id}"]`);
    const older = card && Number(card.dataset.revision) > Number(open.dataset.revision);
    if (older && !pressing) refresh();
  }

  async function press(form) {
    if (pressing) return;
    const mine = visit;
    const key = draftKey();
    const body = new URLSearchParams(new FormData(form));
    pressing = true;
    const answer = await ask(new URL(form.action).pathname, { method: "POST", body });
    pressing = false;
    if (answer.ok && "reply" in form.dataset) sessionStorage.removeItem(key);
    if (mine !== visit) return;
    if (answer.ok) {
      show(answer.text, { focus: "[data-reply] textarea" });
      return;
    }
    if (answer.status === 409) await refresh();
    complain(answer.text);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".card a, a[data-home]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!link || !plain) return;
    event.preventDefault();
    open(new URL(link.href).pathname);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    press(event.target);
  });
  element.addEventListener("input", (event) => {
    if (event.target === reply()) sessionStorage.setItem(draftKey(), event.target.value);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === reply()) {
      event.target.form.requestSubmit();
    }
    if (event.key === "Escape" && !event.isComposing && file()) backToQueue();
  });
  addEventListener("popstate", () => open(location.pathname, { push: false }));

  async function backToQueue() {
    const id = file().dataset.id;
    await open("/");
    document.querySelector(`.card[data-id="${id}"] a`)?.focus();
  }

  if (reply()) reply().value = sessionStorage.getItem(draftKey()) ?? "";
  scrollToEnd();
  return { refreshIfOlder };
}
