/**
 * Orders from many customers to many workshops at once, each with its own credential and
 * connection, in another process than the coordinator: how many orders a second it brings from
 * being placed to an accepted award, how long each step takes, and what an order costs.
 */
@NullMarked
package org.vicinal.demo.bench.load;

import org.jspecify.annotations.NullMarked;
