metadata description = 'The dashboard of Handoff in the Azure portal: a workbook over the workspace.'

param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // A workbook's name is a GUID; the same one each time, so that a deployment renews it.
  name: guid(resourceGroup().id, 'handoff-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Handoff'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../dashboards/handoff-workbook.json')
  }
}
