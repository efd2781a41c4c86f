import { isProduction, named, profile, settings } from "./stage"
import { globalAlerts } from "./topics"

const notice = (threshold: number, notificationType: "ACTUAL" | "FORECASTED") => ({
  comparisonOperator: "GREATER_THAN",
  threshold,
  thresholdType: "PERCENTAGE",
  notificationType,
  subscriberSnsTopicArns: [globalAlerts.arn],
})

/**
 * What a month may cost, of the whole account: a bill split by tags counts nothing until somebody has made them known
 * to the billing of the account.
 */
new aws.budgets.Budget("MonthlyBudget", {
  name: named("monthly"),
  budgetType: "COST",
  limitAmount: String(settings.monthlyBudget ?? profile.budget),
  limitUnit: "USD",
  timeUnit: "MONTHLY",
  notifications: [notice(80, "ACTUAL"), notice(100, "ACTUAL"), notice(100, "FORECASTED")],
})

// One stage watches the account's bill for all of them.
if (isProduction) {
  const monitor =
    settings.costMonitor ??
    new aws.costexplorer.AnomalyMonitor("CostMonitor", {
      name: named("services"),
      monitorType: "DIMENSIONAL",
      monitorDimension: "SERVICE",
    }).arn
  new aws.costexplorer.AnomalySubscription("CostAnomalies", {
    name: named("cost-anomalies"),
    frequency: "IMMEDIATE",
    monitorArnLists: [monitor],
    subscribers: [{ type: "SNS", address: globalAlerts.arn }],
    thresholdExpression: {
      dimension: {
        key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
        matchOptions: ["GREATER_THAN_OR_EQUAL"],
        values: [String(settings.anomaly)],
      },
    },
  })
}
