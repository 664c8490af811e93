/** The card at the pointer: what is known of the cell below it. */

const DELAY = 300;
const BESIDE = 12;

/** `contentOf` says what stands on the card over an element; `null` where there is nothing to say. */
export function createCard(area: HTMLElement, card: HTMLElement, contentOf: (target: EventTarget | null) => readonly Node[] | null): void {
  let timer = 0;
  const hide = (): void => {
    clearTimeout(timer);
    card.hidden = true;
  };
  const place = ({ clientX, clientY }: PointerEvent): void => {
    const { offsetWidth, offsetHeight } = card;
    const left = Math.max(0, Math.min(clientX + BESIDE, innerWidth - offsetWidth - BESIDE));
    const isRoom = clientY + BESIDE + offsetHeight < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${isRoom ? clientY + BESIDE : Math.max(0, clientY - BESIDE - offsetHeight)}px`;
  };
  area.addEventListener('pointerover', (event) => {
    hide();
    timer = setTimeout(() => {
      const content = contentOf(event.target);
      if (!content) return;
      card.replaceChildren(...content);
      card.hidden = false;
      place(event);
    }, DELAY);
  });
  for (const name of ['pointerleave', 'scroll', 'pointerdown', 'keydown']) area.addEventListener(name, hide);
}
