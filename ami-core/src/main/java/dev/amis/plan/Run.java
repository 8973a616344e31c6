package dev.amis.plan;

import dev.amis.internal.Session;
import dev.amis.usage.ReferenceSources;

/**
 * What all actions of one application of a plan share.
 *
 * @param session the account and time
 * @param sources who is asked for references
 * @param journal where is written what is about to be done
 * @param plan the plan
 * @param fingerprint its fingerprint
 */
record Run(Session session, ReferenceSources sources, Journal journal, Plan plan, String fingerprint) {}
