/** Runs before the first paint, inline, so that a chosen theme never flashes and what works by script stands in its place; its hash is in the policy. */
export const themeInit = `document.documentElement.className='scripted';try{let t=localStorage.getItem('theme');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}`;
