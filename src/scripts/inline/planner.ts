/**
 * Runs in the head of the planner, inline, before anything else is asked for: what an address of before carries in its
 * query moves into the fragment, which no request has. Where the planner's script never comes, the page then says that
 * none runs. Its hash is in the policy.
 */
export const plannerInit = `(function(s){/(due|last|wallet)/i.test(s)&&history.replaceState('old','',location.pathname+'#'+s.slice(1)+location.hash.replace('#','&'));addEventListener('load',function(){document.getElementById('plan-form').hidden&&document.documentElement.classList.remove('scripted')})})(location.search)`;
