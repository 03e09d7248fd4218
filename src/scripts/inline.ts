/* Scripts that run in the head, before any request. Their hashes are in the policy of the page. */

/** Applies the stored theme and marks the page as scripted before the first paint, so nothing flashes or moves. */
export const headScript = `document.documentElement.className='scripted';try{let t=localStorage.getItem('theme');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}`;

/**
 * On the planner, moves the query of an old address into the fragment, which is never sent. If the planner's script does not
 * arrive, the page says that none runs.
 */
export const plannerInit = `(function(s){/(due|last|wallet)/i.test(s)&&history.replaceState('old','',location.pathname+'#'+s.slice(1)+location.hash.replace('#','&'));addEventListener('load',function(){document.getElementById('plan-form').hidden&&document.documentElement.classList.remove('scripted')})})(location.search)`;
