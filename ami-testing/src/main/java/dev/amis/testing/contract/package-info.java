/**
 * What every provider must do, as JUnit 5 classes to inherit: one abstract class for each port. The in-memory account, the
 * AWS SDK client and a real account are held to the same rules of EC2.
 *
 * <p>A provider's test makes a {@link dev.amis.testing.contract.ContractWorld}. What that world cannot arrange is skipped,
 * with the reason in the report; nothing is overridden. Rules that EC2 documents are asserted as they are, what EC2 leaves
 * open is asserted loosely or not at all. Waiting goes through the provider's own sleeper, a bounded number of looks.
 *
 * <pre>{@code
 * class MyTagsTest extends TagPortContract {
 *     @Override
 *     protected ContractWorld newWorld() {
 *         return new MyWorld();
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.amis.testing.contract;

import org.jspecify.annotations.NullMarked;
