/**
 * Who may launch an image and copy its snapshots: accounts, organizations, organizational units, and, by a call of its
 * own, everybody.
 *
 * <p>Every chain ends in {@code plan()}, which looks and says what would be done, or {@code apply()}, which does it and
 * reports. A chain plans nothing for those who may already.
 *
 * <pre>{@code
 * amis.share(image).with(AccountId.of("123456789012")).includingSnapshots().apply();
 * Plan plan = amis.makePublic(image).plan();
 * System.out.println(plan.describe());
 * }</pre>
 */
@NullMarked
package dev.amis.share;

import org.jspecify.annotations.NullMarked;
