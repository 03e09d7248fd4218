/* Scripts that run in the head, before anything else is asked for. Their hashes are in the policy of the page. */

/** Runs before the first paint, so that a chosen theme never flashes and what works by script stands in its place. */
export const headScript = `document.documentElement.className='scripted';try{let t=localStorage.getItem('theme');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}`;

/**
 * On the planner, moves what an old address carries in its query into the fragment, which no request has. Where the planner's
 * script never comes, the page then says that none runs.
 */
export const plannerInit = `(function(s){/(due|last|wallet)/i.test(s)&&history.replaceState('old','',location.pathname+'#'+s.slice(1)+location.hash.replace('#','&'));addEventListener('load',function(){document.getElementById('plan-form').hidden&&document.documentElement.classList.remove('scripted')})})(location.search)`;
