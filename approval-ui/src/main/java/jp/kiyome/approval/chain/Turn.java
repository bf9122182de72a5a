package jp.kiyome.approval.chain;

/**
 * A place in a step that a request has come to, and who may fill it.
 *
 * @param step from 0
 * @param slot which of the step's approvers, from 0
 * @param standsIn whether it is a deputy's, because the deadline has passed
 * @param open whether it is still to be filled
 */
public record Turn(int step, int slot, Approver who, boolean standsIn, boolean open) {}
