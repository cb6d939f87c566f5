/**
 * Room for the bodies that one client holds at a time: each has a cap of its own, and many of them side by side would be many
 * times that. Who finds no room waits with the rest of its body unread. The body that came first never waits, so there is
 * always one that goes on, and one that is larger than all the room goes alone.
 */

/** What a body may hold without being counted: most answers are smaller. */
const freeBytes = 65_536;

/** The most bytes of bodies that a client holds at a time, unless it is told otherwise. */
export const defaultMaxHeldBytes = 67_108_864;

/** One body. It takes room as memory is taken for it: twice as much each time it is full. */
export class HeldBody {
  /** What it has taken, in bytes. */
  taken = 0;
  /** What it waits for; `null` where it does not wait. */
  wanted: { readonly bytes: number; readonly onRoom: () => void } | null = null;
  private readonly room: BodyRoom;

  constructor(room: BodyRoom) {
    this.room = room;
  }

  /** It is so long by now: `null` where more may be read at once, else resolves when it may. */
  hold(bytes: number): Promise<void> | null {
    return bytes <= freeBytes || bytes <= this.taken ? null : this.room.take(this, Math.max(bytes, 2 * this.taken));
  }

  /** It is held no longer. If it waits, it goes on: its call has ended. */
  release(): void {
    if (this.taken > 0 || this.wanted !== null) this.room.leave(this);
  }
}

export class BodyRoom {
  private readonly maxBytes: number;
  /** In the order in which they came. */
  private readonly bodies = new Set<HeldBody>();
  private takenBytes = 0;

  constructor(maxBytes: number = defaultMaxHeldBytes) {
    this.maxBytes = maxBytes;
  }

  take(body: HeldBody, bytes: number): Promise<void> | null {
    this.bodies.add(body);
    if (this.give(body, bytes)) return null;
    return new Promise((onRoom) => {
      body.wanted = { bytes, onRoom };
    });
  }

  leave(body: HeldBody): void {
    this.bodies.delete(body);
    this.takenBytes -= body.taken;
    body.taken = 0;
    body.wanted?.onRoom();
    body.wanted = null;
    for (const other of this.bodies) {
      if (other.wanted === null || !this.give(other, other.wanted.bytes)) continue;
      other.wanted.onRoom();
      other.wanted = null;
    }
  }

  private give(body: HeldBody, bytes: number): boolean {
    const [first] = this.bodies;
    const more = bytes - body.taken;
    if (body !== first && this.takenBytes + more > this.maxBytes) return false;
    this.takenBytes += more;
    body.taken = bytes;
    return true;
  }
}
