/** The words that a page brings along for how long is left. */
export interface TimeWords {
  soon: string;
  minutes: string;
  oneMinute: string;
  seconds: string;
  oneSecond: string;
}

export const wordsOfTime = (data: DOMStringMap): TimeWords => ({
  soon: data.soon ?? '',
  minutes: data.minutes ?? '',
  oneMinute: data.oneMinute ?? '',
  seconds: data.seconds ?? '',
  oneSecond: data.oneSecond ?? '',
});

/** Counts every second for the eye in the last minute; aloud only each minute, and every 20 seconds of the last. */
export function sayLeft(
  shown: HTMLElement | null,
  spoken: HTMLElement | null,
  left: number,
  words: TimeWords,
) {
  const seconds = Math.ceil(left / 1000);
  if (shown) put(shown, words.soon.replace('%{time}', timeOf(seconds, words)));
  const said = seconds > 60 ? Math.ceil(seconds / 60) * 60 : Math.ceil(seconds / 20) * 20;
  if (spoken) put(spoken, words.soon.replace('%{time}', timeOf(said, words)));
}

/** A live region speaks whenever it is written, so it is written only when it says something else. */
function put(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text;
}

function timeOf(seconds: number, words: TimeWords) {
  if (seconds < 60)
    return (seconds === 1 ? words.oneSecond : words.seconds).replace('%{count}', `${seconds}`);
  const minutes = Math.ceil(seconds / 60);
  return (minutes === 1 ? words.oneMinute : words.minutes).replace('%{count}', `${minutes}`);
}
