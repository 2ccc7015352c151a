// Talking to the desk: JSON in and out, the token on writes, a lost server told and waited for.

const AGAIN_MS = 1500;
let token = document.querySelector("meta[name=desk-token]").content;

export class Refused extends Error {
  constructor(status, body) {
    super((body && body.error) || "没有做成，请重试。");
    this.status = status;
    this.body = body || {};
  }
}

export class Lost extends Error {}

async function answerOf(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Lost("拟稿台没有回应");
  }
  return response;
}

async function bodyOf(response) {
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

// GET: the JSON of an address. A signal ends a question that a newer one has replaced.
export async function ask(path, { signal } = {}) {
  return bodyOf(await answerOf(path, { signal }));
}

// POST of an object, or of a form with files; after a restart of the desk the token is fetched anew, once.
export async function send(path, data) {
  const files = data instanceof FormData;
  const post = () => answerOf(path, {
    method: "POST",
    body: files ? data : JSON.stringify(data),
    headers: { "X-Desk-Token": token, ...(files ? {} : { "Content-Type": "application/json" }) },
  });
  let response = await post();
  if (response.status === 403) {
    token = (await ask("/api/token")).token;
    response = await post();
  }
  return bodyOf(response);
}

// Does the work again and again until the desk answers; `lost` hears that it does not.
export async function untilHeard(work, lost) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      lost();
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  }
}

// Says something quietly at the top of the page: kind is "", "busy" or "lost".
export function tell(text, kind = "") {
  const place = document.getElementById("status");
  place.textContent = text;
  place.className = kind;
}
