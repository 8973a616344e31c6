/**
 * What things cost, measured with JMH.
 *
 * <pre>{@code
 * mvn -P bench -Dquick package && java -jar examples/benchmarks/target/benchmarks.jar -prof gc
 * }</pre>
 */
@NullMarked
package dev.amis.benchmarks;

import org.jspecify.annotations.NullMarked;
