/** Made-up names that look like given ones: words from chains of letters, and what people and bodies are called. */

/** How many letters decide on the next. */
const ORDER = 3;

const WORD_LENGTH = { least: 4, most: 14 };

/** Given names shared by the made-up people, beside those of real people. */
const GIVEN_NAMES = 2_000;

/** Bodies by the number of their words, counting a place's name as one. */
const BODIES = {
  two: [
    ...['* University', '* Airport', '* Police', '* Province', '* Times', '* Airlines', '* Bank', '* Hospital'],
    ...['* Parliament', '* Holdings', '* FM', '* United', '* Valley', '* Front', '* Tribune', '* Institute'],
    ...['East *', 'New *', 'Port *', 'Greater *', 'Mount *', 'Lake *', 'Radio *', 'Camp *'],
  ],
  more: [
    ...['University of *', '* City Council', '* Football Club', 'Governor of *', 'Bank of *', 'Free * Army'],
    ...['* National Guard', '* Liberation Front', '* International Airport', '* Medical Association'],
    ...['* Ministry of Defence', '* Ministry of Foreign Affairs', '* Chamber of Commerce', 'Republic of *'],
    ...['* Human Rights Committee', 'Port Authority of *', 'Supreme Court of *', '* Central Prison'],
    ...['* Red Crescent Society', 'Republican Party of *', '* Broadcasting Corporation', 'Bishop of *'],
    ...['* Institute for Security Studies', 'National Assembly of *', '* Journalists’ Union'],
  ],
};

/** Makers of names of one word, of two, and of more; `common` words are never names by themselves. */
export function inventor(real, common, random) {
  const word = wordMaker(real, common, random);
  const people = real.filter(({ type }) => type === 'person').map(({ text }) => text.split(' ')[0]);
  const givenNames = [...people, ...Array.from({ length: GIVEN_NAMES }, word)];
  const person = () => ({ text: `${random.pick(givenNames)} ${word()}`, type: 'person' });
  const body = (patterns) => ({
    text: random.pick(patterns).replace('*', word()),
    type: 'organisation',
  });
  return [
    () => ({ text: word(), type: 'city' }),
    () => (random.below(3) > 0 ? person() : body(BODIES.two)),
    () => body(BODIES.more),
  ];
}

/** Words whose every letter has followed its `ORDER` predecessors somewhere in the given names. */
function wordMaker(real, common, random) {
  const words = real.flatMap(({ text }) => text.match(/\p{Lu}\p{Ll}{3,}/gu) ?? []);
  const lower = new Set(words.map((word) => word.toLowerCase()));
  const followers = new Map();
  for (const word of lower) {
    [...word, END].forEach((letter, at) => {
      const before = word.slice(Math.max(0, at - ORDER), at);
      if (!followers.has(before)) followers.set(before, []);
      followers.get(before).push(letter);
    });
  }
  return function make() {
    let word = '';
    for (let letter; letter !== END && word.length <= WORD_LENGTH.most; word += letter) {
      letter = random.pick(followers.get(word.slice(-ORDER)));
    }
    const isFit = word.length >= WORD_LENGTH.least && word.length <= WORD_LENGTH.most;
    const isNew = isFit && !lower.has(word) && !common.has(word);
    return isNew ? word[0].toUpperCase() + word.slice(1) : make();
  };
}

const END = '';
