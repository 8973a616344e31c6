/** One runnable class for each task. */
package dev.amis.examples;
