import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimSchema, searchSchema } from './schemas.ts';

test('a place in claims.yaml and search.yaml may be in a chapter whose name has a digit', () => {
  const claim = { id: 1, says: '甲', verdict: 'confirmed', outcome: 'kept', why: '乙', sources: ['O1'] };
  assert.ok(claimSchema.safeParse({ ...claim, place: 'esim2#move-5g' }).success);
  assert.ok(!claimSchema.safeParse({ ...claim, place: '2esim#move' }).success);
  for (const place of ['esim2', 'esim2#move-5g'])
    assert.ok(searchSchema.safeParse({ places: { [place]: ['换卡'] }, same: [], regional: {} }).success, place);
});
