/**
 * Runs in the head of the planner, inline, before anything else is asked for: what an address of before carries in its
 * query moves into the fragment, which no request has. Its hash is in the policy.
 */
export const planAddressInit = `if(/(due|last|wallet)/i.test(location.search))history.replaceState('old','',location.origin+location.pathname+'#'+location.search.slice(1)+location.hash.replace('#','&'))`;
