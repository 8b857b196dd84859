// One event stream. Each message is the whole queue, so a lost one is made up by the next.

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

export function follow({ queue, live, away, signedOut }) {
  let wait = FIRST_WAIT;
  let source = null;

  function open() {
    source = new EventSource("/live");
    source.addEventListener("queue", (event) => {
      wait = FIRST_WAIT;
      live();
      queue(JSON.parse(event.data));
    });
    source.addEventListener("signed-out", () => {
      source.close();
      signedOut();
    });
    source.addEventListener("error", again);
  }

  async function again() {
    source.close();
    away();
    if (await isSignedOut()) {
      signedOut();
      return;
    }
    // Spread, so that all pages do not come back in the same moment after a restart.
    setTimeout(open, wait * (0.5 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  // A page that is left must not count as a librarian who is here.
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && open());
  open();
}

async function isSignedOut() {
  try {
    const answer = await fetch("/", { method: "HEAD", redirect: "manual" });
    return answer.type === "opaqueredirect";
  } catch {
    return false;
  }
}
