metadata description = 'Alerts about Handoff itself, raised from outside the app: an app that hangs cannot say so.'

param location string
param tags object
param workspaceId string

@description('To whom the alerts go.')
param email string

@description('For how many minutes no reconciliation may be seen. The reconciler looks every minute.')
@allowed([
  5
  10
  15
  30
])
param silenceMinutes int

@description('How late an alert or a wake-up may be, in seconds.')
@minValue(60)
param latenessSeconds int

@description('How many deliveries may fail within a quarter of an hour.')
@minValue(0)
param failedDeliveries int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'handoff-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'handoff'
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var rules = [
  {
    name: 'handoff-reconciliation-stopped'
    title: 'Handoff: reconciliation has stopped'
    description: 'No look of the reconciler was recorded. Leads whose nudge was lost are found by nobody; open /readyz, and restart the app.'
    severity: 0
    window: 'PT${silenceMinutes}M'
    // Counted, not summed: no rows at all are a count of 0, and a sum of nothing is no figure.
    query: 'AppMetrics | where Name == "handoff.reconciler.looks"'
    aggregation: 'Count'
    measure: null
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'handoff-alert-late'
    title: 'Handoff: an alert is late'
    description: 'A rung or a wake-up was carried out later than it may be. Look at the throttling of storage, and at how many instances run.'
    severity: 1
    window: 'PT15M'
    query: 'AppMetrics | where Name in ("handoff.alert.lateness", "handoff.reconciler.lateness")'
    aggregation: 'Maximum'
    measure: 'Max'
    operator: 'GreaterThan'
    threshold: latenessSeconds
  }
  {
    name: 'handoff-deliveries-fail'
    title: 'Handoff: deliveries fail'
    description: 'Mails are not taken. They stay owed and are tried again; look at the reasons in the lead\'s timeline, the key and the sender.'
    severity: 1
    window: 'PT15M'
    query: 'AppMetrics | where Name == "handoff.deliveries" | where tostring(Properties.outcome) != "accepted"'
    aggregation: 'Total'
    measure: 'Sum'
    operator: 'GreaterThan'
    threshold: failedDeliveries
  }
]

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.description
      enabled: true
      severity: rule.severity
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: true
      // A new workspace knows no metric of the app yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: rule.measure
            timeAggregation: rule.aggregation
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]
