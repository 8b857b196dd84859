// "4 min" instead of a time of day, kept up to date.

const MINUTE = 60_000;
const LONG_WAIT = 5 * MINUTE;

export function ageInWords(milliseconds) {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return hours < 48 ? "1 day" : `${Math.floor(hours / 24)} days`;
}

export function showAges() {
  for (const element of document.querySelectorAll("time[data-age]")) {
    const age = Math.max(0, Date.now() - Date.parse(element.dateTime));
    element.title ||= element.textContent;
    const words = ageInWords(age);
    const ago = element.dataset.age === "past" && words !== "just now";
    const text = ago ? `${words} ago` : words;
    if (element.textContent !== text) element.textContent = text;
    element.classList.toggle("long", element.dataset.age === "waiting" && age >= LONG_WAIT);
  }
}
