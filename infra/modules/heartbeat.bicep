metadata description = 'The outside watchdog: Azure calls /heartbeat from several places, and tells the operators when it does not answer 200.'

param location string
param tags object
param insightsName string

@description('The address of the app, without a slash at its end.')
param url string

// One answer that got lost on its way is no outage: of three places two must fail.
var places = [
  'emea-nl-ams-azr'
  'emea-gb-db3-azr'
  'us-va-ash-azr'
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Made by alerts.bicep.
resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: 'handoff-operators'
}

resource heartbeat 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'handoff-heartbeat'
  location: location
  // The link shows the test with the component that keeps its results.
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'handoff-heartbeat'
    Name: 'Handoff: heartbeat'
    Description: 'Every clock is running, deliveries go, the store answers and the agreement is good.'
    Enabled: true
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [for place in places: { Id: place }]
    Request: {
      RequestUrl: '${url}/heartbeat'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource silent 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'handoff-heartbeat-stopped'
  location: 'global'
  tags: tags
  properties: {
    description: 'The heartbeat does not answer 200 from at least two places. Open /heartbeat: it says why; if it does not answer at all, restart the app.'
    enabled: true
    severity: 0
    scopes: [
      heartbeat.id
      insights.id
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: heartbeat.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}
