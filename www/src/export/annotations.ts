/**
 * Mentions as W3C Web Annotations: one collection with one page of annotations, each of which points to its
 * words twice, by quote and by position, and identifies the entity.
 *
 * Positions count Unicode code points, as the standard says, of the text that was annotated: what the page
 * shows, one character between two blocks. A reader of the page's own text nodes finds the quote.
 */
import { addressesOf } from '../addresses.js';
import type { EntityDetails, Mention } from '../types.js';
import { instant, sourceOf, type ExportDocument } from './document.js';
import { codePointCounter, quote } from './quote.js';
import { uuidOf } from './uuid.js';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** All annotations of a document, in one page. */
export interface AnnotationCollection {
  '@context': typeof CONTEXT;
  id: string;
  type: 'AnnotationCollection';
  label: string;
  total: number;
  /** All the annotations; left out where there are none. */
  first?: AnnotationPage;
}

/** The one page of a collection. */
export interface AnnotationPage {
  id: string;
  type: 'AnnotationPage';
  startIndex: 0;
  items: Annotation[];
}

/** One mention: what it is of, and where it stands. */
export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: 'identifying';
  /** When the text was read. */
  created?: string;
  /** The entity; where the text leaves it open, a choice of those that could be meant. */
  body: AnnotationBody[] | { type: 'Choice'; items: AnnotationBody[] };
  target: AnnotationTarget;
}

/** What a mention stands for. */
export type AnnotationBody =
  | { type: 'SpecificResource'; purpose: 'identifying'; source: string }
  | {
      type: 'TextualBody';
      purpose: 'describing';
      format: 'text/plain';
      value: string;
      /** The day on which the facts were checked. */
      modified?: string;
    };

/** Where a mention stands, by its position and by its words. */
export interface AnnotationTarget {
  type: 'SpecificResource';
  source: string;
  selector: [
    { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string },
    { type: 'TextPositionSelector'; start: number; end: number },
  ];
  /** The page as it was when it was read. */
  state?: { type: 'TimeState'; sourceDate: string };
}

/** The mentions as W3C Web Annotations. */
export function toWebAnnotations(document: ExportDocument): AnnotationCollection {
  const { text, mentions } = document;
  const source = sourceOf(document);
  // A text without an address is named by what it says.
  const page = source.url ?? `urn:uuid:${uuidOf(text)}`;
  const read = instant(source.retrieved) ?? '';
  const id = (...parts: (string | number)[]): string => `urn:uuid:${uuidOf(page, read, ...parts)}`;
  const describe = bodies(document);
  const targets = targetsIn(text, page, read);
  const items = mentions.map(
    (mention): Annotation => ({
      id: id('annotation', mention.start, mention.end, mention.entity),
      type: 'Annotation',
      motivation: 'identifying',
      ...(read ? { created: read } : {}),
      body: describe(mention),
      target: targets(mention),
    }),
  );
  const first: AnnotationPage = { id: id('page'), type: 'AnnotationPage', startIndex: 0, items };
  return {
    '@context': CONTEXT,
    id: id('collection'),
    type: 'AnnotationCollection',
    label: source.title ?? page,
    total: items.length,
    ...(items.length > 0 ? { first } : {}),
  };
}

function targetsIn(text: string, source: string, read: string): (mention: Mention) => AnnotationTarget {
  const codePoints = codePointCounter(text);
  return (mention) => {
    const { prefix, exact, suffix } = quote(text, mention);
    const [start, end] = [codePoints(mention.start), codePoints(mention.end)];
    return {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
      ...(read ? { state: { type: 'TimeState', sourceDate: read } } : {}),
    };
  };
}

function bodies({ entities, source }: ExportDocument): (mention: Mention) => Annotation['body'] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const checked = instant(source?.checked);
  const of = (id: string): AnnotationBody[] => {
    const entity = byId.get(id);
    return entity ? bodiesOf(entity, checked) : [];
  };
  return ({ entity, confidence, candidates }) => {
    if (confidence !== 'ambiguous') return of(entity);
    const ids = [entity, ...candidates.map((candidate) => candidate.entity)];
    return { type: 'Choice', items: ids.flatMap((id) => of(id).slice(0, 1)) };
  };
}

/** What the entity is called elsewhere, where that is known, and what it is in words. */
function bodiesOf({ name, role, links }: EntityDetails, checked: string | undefined): AnnotationBody[] {
  const [known] = addressesOf(links);
  const identifying: AnnotationBody[] = known
    ? [{ type: 'SpecificResource', purpose: 'identifying', source: known.address }]
    : [];
  const describing: AnnotationBody = {
    type: 'TextualBody',
    purpose: 'describing',
    format: 'text/plain',
    value: role ? `${name}: ${role.title}` : name,
    ...(checked ? { modified: checked } : {}),
  };
  return [...identifying, describing];
}
