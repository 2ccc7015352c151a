// A step on the draft from a page that shows something made from it: sent, told, and taken back by one button.
import { Lost, Refused, send, tell } from "./api.js";
import { element, replaceChildren } from "./elements.js";

const AWAY = "拟稿台没有回应，这一步没有执行。请看看启动拟稿台的窗口，然后重试。";

// `reload` makes the page anew from the server and answers with its sha; `place` tells what was done.
export function stepping(name, place, reload) {
  const path = `/api/drafts/${encodeURIComponent(name)}`;
  let sha = null;
  let busy = false;

  async function renew() {
    sha = await reload();
  }

  async function sent(address, data, undoable) {
    if (busy) return false;
    busy = true;
    tell("正在保存…", "busy");
    try {
      const answer = await send(address, { base: sha, ...data });
      await renew();
      const told = (answer.notes || []).join("；") || "已保存";
      replaceChildren(place, told, undoable
        ? element("button", { type: "button", class: "plain", onclick: () => sent(`${path}/undo`, {}, false) }, "撤销")
        : null);
      tell("已保存");
      return true;
    } catch (error) {
      await told(error);
      return false;
    } finally {
      busy = false;
    }
  }

  async function told(error) {
    if (!(error instanceof Refused) && !(error instanceof Lost)) throw error;
    tell(error instanceof Lost ? "没有连上" : "没有保存", "lost");
    replaceChildren(place, element("span", { class: "error" }, error instanceof Lost ? AWAY : error.message));
    if (error.status === 409) {
      await renew();
      place.append("现在显示的是最新内容。");
    }
  }

  return { renew, take: (step) => sent(`${path}/steps`, { step }, true) };
}

// The first reading of a page: what goes wrong is told in the place where its content would stand.
export async function begin(place, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Lost)) throw error;
    replaceChildren(place, element("p", { class: "card trouble", role: "alert" },
      error instanceof Lost ? "拟稿台没有回应。请看看启动拟稿台的窗口，再刷新页面。" : error.message));
  }
}

