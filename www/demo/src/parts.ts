/** The page's further parts: each is a file of `parts/`, loaded and put into its section when the reader comes near. */
import type { PageModel } from './model.js';
import { words } from './words.js';

export interface Part {
  mount(element: HTMLElement, model: PageModel): { dispose(): void };
}

const FILES = import.meta.glob<Part>('./parts/*.ts');

/** How far from the window a part is loaded. */
const NEAR = '600px';

export function showParts(model: PageModel): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void mount(target as HTMLElement, model);
      }
    },
    { rootMargin: NEAR },
  );
  for (const room of document.querySelectorAll<HTMLElement>('[data-part]')) {
    if (!fileOf(room)) continue;
    (room.closest('.part') as HTMLElement).hidden = false;
    near.observe(room);
  }
}

async function mount(room: HTMLElement, model: PageModel): Promise<void> {
  try {
    const part = await fileOf(room)?.();
    part?.mount(room, model);
    room.classList.add('furnished');
  } catch (cause) {
    room.textContent = words.partFault;
    throw cause;
  }
}

const fileOf = ({ dataset }: HTMLElement): (() => Promise<Part>) | undefined => FILES[`./parts/${dataset['part']}.ts`];
