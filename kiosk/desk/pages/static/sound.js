// Two tones for a new question, a softer one for a new line; off until a librarian wants it.

const KEY = "desk.sound";

export function setUpSound(button) {
  let on = localStorage.getItem(KEY) === "on";
  let context = null;

  function tone(frequency, after, volume) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const start = context.currentTime + after;
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(volume, start);
    gain.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.4);
  }

  function play(...tones) {
    if (!on) return;
    // Browsers let a page sound only after it was touched; until then this is silent.
    context ??= new AudioContext();
    context.resume().then(() => tones.forEach((one) => tone(...one)));
  }

  function show() {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(on));
    button.querySelector("span").textContent = on ? "Sound on" : "Sound off";
  }

  const newTicket = () => play([660, 0, 0.25], [880, 0.16, 0.25]);
  const newLine = () => play([520, 0, 0.08]);
  button.addEventListener("click", () => {
    on = !on;
    localStorage.setItem(KEY, on ? "on" : "off");
    show();
    newTicket();
  });
  show();
  return { newTicket, newLine };
}
