/** Runs before the first paint, inline, so that a chosen theme never flashes; its hash is in the policy. */
export const themeInit = `try{let t=localStorage.getItem('theme');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}`;
