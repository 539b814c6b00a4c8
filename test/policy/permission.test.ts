import { describe, expect, it } from 'vitest';
import { article } from '../../policy/article.ts';
import { remarkWhen, requirePermission } from '../../policy/permission.ts';
import { Refusal } from '../../policy/refusal.ts';

const late = { message: '公示期未满', article: article(12, 5) };
const open = { message: '异议未办结', article: article(12, 5) };
const season = { message: '不在第三季度', article: article(12) };

function refusal(run: () => unknown): Refusal | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('leave to act', () => {
  it('is given with its warnings when nothing stands against it', () => {
    expect(requirePermission('授牌', { against: [], warnings: [season] })).toEqual([season]);
  });

  it('is refused with everything that stands against it and each provision once', () => {
    const refused = refusal(() => requirePermission('授牌', { against: [late, open, season], warnings: [] }));
    expect([refused?.message, refused?.article]).toEqual([
      '无法授牌：公示期未满；异议未办结；不在第三季度。（《办法》第十二条第五项、第十二条）',
      article(12, 5),
    ]);
  });

  it('is made of remarks that hold', () => {
    expect([remarkWhen(true, '公示期未满', article(12, 5)), remarkWhen(false, '公示期未满', article(12, 5))]).toEqual([[late], []]);
  });
});
