/** Words of questions that say nothing of what is asked, and the name of what the whole guide is about. The longest come first. */
const fillers = [
  '怎么(?:回事|[办样弄做搞])?|怎样|如何|为何|为什么|为啥|什么样|什么(?!时候)|咋(?:回事|[办弄整])?|啥',
  '(?:可不可|[是能有会要行好][不没][是能有会要行好])以?|可以|能够|还是|一直|总是|老是|突然|到底|应该|已经|其实|真的|居然|然后|但是|可是|现在|刚刚|刚才',
  '请问一下|请问|请教|求助|求教|想问|想知道|告诉|帮忙|帮我|谁知道|有谁|有人|知道|各位|大家|大佬|大神|在线等|救命|急急急|急|谢谢|多谢|你好|您好|一下|哪里|哪儿|在哪|从哪',
  '我的|我们|我|你们|你|这个|那个|这张|一张|不$|吗|呢|啊|呀|吧|嘛|哦|哈|唉|紫卡|美国卡|美国',
].join('|');
const latin =
  'ultra ?mobile|ultra|paygo|how|what|why|where|who|which|do|does|did|is|are|am|was|were|be|been|has|have|had|can|could|will|would|should|i|my|me|you|your|we|our|it|its|this|that|there|the|a|an|and|or|but|not|of|for|from|in|at|by|to|with|please|help';
const all = new RegExp(`(^|[^a-z])(?:${latin})(?![a-z])|${fillers}`, 'gu');

/** A question without its filling; as it stands where nothing else is left. */
export function withoutFillers(question: string): string {
  const bare = strip(question);
  return bare.length < 2 ? question : bare;
}

export const isFiller = (text: string) => strip(text) === '';

function strip(question: string): string {
  return question.replace(all, '$1 ').replace(/\s+/gu, ' ').trim();
}
