// For another site: <script src="https://…/static/embed.js" defer></script> shows a button that opens the
// question page in a frame. A <nianbao-chat label="…" lang="…"> of one's own decides where it stands in the
// document. A classic script, since a module from another origin would need CORS.
// The service must name that site among its frame ancestors.

(() => {
  const home = new URL("/", document.currentScript.src);
  const STYLE = `
    :host { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000; font-family: system-ui, sans-serif; }
    button { display: block; margin-inline-start: auto; min-height: 3rem; padding: 0 1.25rem; border: 0;
      border-radius: 1.5rem; background: #96191c; color: #fff; font: inherit; font-size: 1rem; cursor: pointer;
      box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 25%); }
    button:focus-visible { outline: 3px solid #174f9c; outline-offset: 2px; }
    iframe { display: block; width: min(26rem, calc(100vw - 2rem)); height: min(42rem, calc(100vh - 6rem));
      margin-block-end: 0.75rem; border: 1px solid #dfd9ce; border-radius: 0.75rem; background: #fff; }
    iframe[hidden] { display: none; }`;

  class NianbaoChat extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const label = this.getAttribute("label") || "年报问答";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      const frame = Object.assign(document.createElement("iframe"), { title: label, hidden: true });
      frame.allow = "clipboard-write";
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => this.toggle(frame, button));
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.append(frame, button);
    }

    /** The frame loads when it is first opened: a page that is only passed by costs nothing. */
    toggle(frame, button) {
      if (!frame.src) {
        const lang = this.getAttribute("lang");
        if (lang) home.searchParams.set("lang", lang);
        frame.src = home;
      }
      frame.hidden = !frame.hidden;
      button.setAttribute("aria-expanded", String(!frame.hidden));
    }
  }

  customElements.define("nianbao-chat", NianbaoChat);
  const place = () => {
    if (!document.querySelector("nianbao-chat")) document.body.append(document.createElement("nianbao-chat"));
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
})();
