// The page's story: the queue follows the desk live, a ticket opens beside it without a reload,
// and what a librarian has typed is never eaten. Without this script the forms work all the same.

import { showAges } from "./ages.js";
import { follow } from "./live.js";
import { markCurrent, showQueue } from "./queue.js";
import { setUpSound } from "./sound.js";
import { setUpTicket } from "./ticket.js";

const announcer = document.getElementById("announce");
const connection = document.getElementById("connection");
const AGES_EVERY = 10_000;

function announce(text) {
  announcer.textContent = text;
}

function say(state, text) {
  if (connection.dataset.state === state) return;
  connection.hidden = false;
  connection.dataset.state = state;
  connection.textContent = text;
}

function signedOut() {
  say("away", "Signed out");
  connection.innerHTML = '<a href="/sign-in">Signed out. Sign in again</a>';
}

const sound = setUpSound(document.getElementById("sound"));
const ticket = setUpTicket(document.getElementById("ticket"), {
  announce,
  signedOut,
  changed() {
    markCurrent();
    showAges();
  },
});

function newQueue({ html }) {
  const news = showQueue(html);
  ticket.refreshIfOlder();
  for (const card of news.arrived) announce(`New question ${card.code}: ${card.question}`);
  for (const card of news.written) announce(`The patron wrote on ${card.code}`);
  if (news.arrived.length) sound.newTicket();
  else if (news.written.length) sound.newLine();
  showAges();
}

follow({
  queue: newQueue,
  live: () => say("live", "Live"),
  away: () => say("away", "Reconnecting…"),
  signedOut,
});

markCurrent();
showAges();
setInterval(showAges, AGES_EVERY);
