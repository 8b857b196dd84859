// The ticket beside the queue: opens without a reload, stays up to date, keeps a draft.

const PART = { "X-Part": "ticket" };
const NO_ANSWER = "The desk did not answer. Nothing you typed is lost; please try again.";
const isTicket = (path) => /^\/tickets\/[0-9a-f-]{36}$/.test(path);

export function setUpTicket(element, { announce, signedOut, changed }) {
  const nothing = element.querySelector(".nothing")?.outerHTML ?? "";
  let asked = 0;

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

  // The answer's text, or null where another one was asked for meanwhile or the desk said no.
  async function ask(path, options) {
    const mine = ++asked;
    let answer;
    try {
      answer = await fetch(path, { headers: PART, ...options });
    } catch {
      complain(NO_ANSWER);
      return { text: null, status: 0 };
    }
    const text = await answer.text();
    if (answer.status === 401) signedOut();
    if (mine !== asked) return { text: null, status: -1 };
    if (!answer.ok) complain(text);
    return { text: answer.ok ? text : null, status: answer.status };
  }

  async function open(path, { push = true } = {}) {
    if (!isTicket(path)) {
      asked += 1;
      if (push) history.pushState(null, "", path);
      show(nothing || "");
      return;
    }
    const { text, status } = await ask(path);
    if (text === null) {
      if (status !== -1 && !file()) location.assign(path);
      return;
    }
    if (push && location.pathname !== path) history.pushState(null, "", path);
    show(text);
  }

  async function refresh() {
    const id = file()?.dataset.id;
    const { text } = await ask(`/tickets/${id}`);
    if (text !== null && file()?.dataset.id === id) update(text);
  }

  function refreshIfOlder() {
    const open = file();
    const card = open && document.querySelector(`.card[data-id="${open.dataset.id}"]`);
    if (card && Number(card.dataset.revision) > Number(open.dataset.revision)) refresh();
  }

  async function press(form, button) {
    const body = new URLSearchParams(new FormData(form));
    const isReply = "reply" in form.dataset;
    const key = draftKey();
    if (button) button.disabled = true;
    const { text, status } = await ask(new URL(form.action).pathname, { method: "POST", body });
    if (button) button.disabled = false;
    if (text !== null) {
      if (isReply) sessionStorage.removeItem(key);
      show(text, { focus: "[data-reply] textarea" });
    } else if (status === 409) {
      await refresh();
      const said = element.querySelector(".actions [role=alert]");
      if (said?.hidden) complain("Somebody else changed this ticket a moment ago.");
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".card a, a[data-part]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!link || !plain) return;
    event.preventDefault();
    open(new URL(link.href).pathname);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    press(event.target, event.submitter);
  });
  element.addEventListener("input", (event) => {
    if (event.target === reply()) sessionStorage.setItem(draftKey(), event.target.value);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === reply()) {
      event.target.form.requestSubmit();
    }
    if (event.key === "Escape" && file()) backToQueue();
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
